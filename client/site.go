package client

import "github.com/rapport-go/rapport"

// Site is a place protected for those who use it. It is planned like a principal, with posts instead of
// activities.
type Site struct {
	// ID is the app's key of the site.
	ID rapport.ID `json:"id"`
	// Setting says what kind of place it is.
	Setting Setting `json:"setting"`
	// Posts are what is done there, at which hours; at most [MaxActivities].
	Posts []Activity `json:"posts,omitzero"`
}

// Validate reports problems of shape.
func (s Site) Validate() error {
	var f rapport.Faults
	f.ID("/id", s.ID)
	rapport.FaultWord(&f, "/setting", s.Setting)
	bounded(&f, "/posts", len(s.Posts), MaxActivities)
	rapport.JoinEach(&f, "/posts", s.Posts, func(a Activity) rapport.ID { return a.ID })
	return f.Err()
}
