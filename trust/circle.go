package trust

import (
	"github.com/rapport-go/rapport"
)

// Circle is what has to be known beside the ledger to say how we keep in touch with an audience. The zero
// value lacks its audience.
type Circle struct {
	// Audience is with whom.
	Audience rapport.Audience `json:"audience"`
	// Interval is how many days they wish between talks of substance; 0 means the usual. A longer one than
	// usual is a wish and is kept.
	Interval int `json:"interval,omitzero"`
	// Visibility is how visible protection is to them at present.
	Visibility rapport.Visibility `json:"visibility,omitzero"`
	// Worry is how worried they are.
	Worry rapport.Level `json:"worry,omitzero"`
	// Stakeholders are contacts that matter for their safety. The order says nothing.
	Stakeholders []Stakeholder `json:"stakeholders,omitzero"`
}

// Stakeholder is a contact that can do something for or against safety: police, neighbours, a venue. It
// holds nothing about anybody's private life, opinions or health.
type Stakeholder struct {
	// ID is the app's key of the contact.
	ID rapport.ID `json:"id"`
	// Interval is how many days there should be between talks, at least 1.
	Interval int `json:"interval"`
	// Known lists who of us knows them. The order says nothing.
	Known []Acquaintance `json:"known,omitzero"`
}

// Acquaintance is one of us who knows a stakeholder.
type Acquaintance struct {
	// By is who of us.
	By rapport.ID `json:"by"`
	// On is the day on which they last spoke.
	On rapport.Date `json:"on"`
}

// Validate reports problems of shape.
func (c Circle) Validate() error {
	var f rapport.Faults
	memberGiven(&f, "/audience", c.Audience == rapport.AudienceUnknown, c.Audience)
	inRange(&f, "/interval", c.Interval >= 0 && c.Interval <= KeepDays)
	member(&f, "/visibility", c.Visibility)
	member(&f, "/worry", c.Worry)
	rapport.JoinEach(&f, "/stakeholders", c.Stakeholders, func(s Stakeholder) rapport.ID { return s.ID })
	return f.Err()
}

// Validate reports problems of shape.
func (s Stakeholder) Validate() error {
	var f rapport.Faults
	f.ID("/id", s.ID)
	inRange(&f, "/interval", s.Interval >= 1 && s.Interval <= 3650)
	for i, known := range s.Known {
		at := rapport.Pointer("/known").Index(i)
		f.ID(at.Child("by"), known.By)
		if known.On.IsZero() {
			f.Required(at.Child("on"))
		}
	}
	return f.Err()
}
