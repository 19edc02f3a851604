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

// Mandate says who stands where in the engagement. Client, payer, ordering party and principal may be
// four different parties. Empty means not said.
type Mandate struct {
	// Client is who has the relationship with the firm.
	Client rapport.ID `json:"client,omitzero"`
	// OrderedBy is who mandated the protection.
	OrderedBy rapport.ID `json:"ordered_by,omitzero"`
	// PaidBy is who pays.
	PaidBy rapport.ID `json:"paid_by,omitzero"`
	// AcceptsRisk is who may decide to go below a floor.
	AcceptsRisk rapport.ID `json:"accepts_risk,omitzero"`
}

// Validate reports problems of shape.
func (m Mandate) Validate() error {
	var f rapport.Faults
	f.OptionalID("/client", m.Client)
	f.OptionalID("/ordered_by", m.OrderedBy)
	f.OptionalID("/paid_by", m.PaidBy)
	f.OptionalID("/accepts_risk", m.AcceptsRisk)
	return f.Err()
}
