package main

import (
	"slices"

	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
)

// readsEvent reports whether the reader may have what an event is about.
func (b briefing) readsEvent(e scenarios.Event) bool {
	switch {
	case e.Contact != nil:
		return b.readsThreat(e.Contact.Threat)
	case e.Assessment != nil:
		return b.readsThreat(e.Assessment.Threat)
	case e.Reaction != nil:
		return b.reads(e.Reaction.Person, client.CategoryWishesAndWorries)
	case e.Wish != nil:
		return b.reads(e.Wish.Person, client.CategoryWishesAndWorries)
	case e.Activity != nil:
		return b.reads(e.Activity.Person, client.CategoryItinerary)
	case e.Assignment != nil:
		return b.reads(e.Assignment.Principal, client.CategoryProtectionPlan)
	case e.Signal != nil:
		return slices.ContainsFunc(b.subjects(), b.readsPlan)
	case e.Change != nil:
		return b.reads(e.Change.Person, client.CategoryWishesAndWorries)
	case e.Circumstance != nil:
		return b.readsAll(client.CategoryProtectionPlan)
	case e.InForce != nil && e.InForce.Person != "":
		return b.readsPlan(e.InForce.Person)
	case e.InForce != nil:
		return b.readsAll(client.CategoryProtectionPlan)
	case e.Refusal != nil:
		return b.readsPlan(e.Refusal.Person)
	case e.CalledOff != nil:
		return b.reads(e.CalledOff.Person, client.CategoryItinerary)
	default:
		return e.Note != nil && b.reads(e.Note.Principal, e.Note.Category, e.Note.Grains...)
	}
}
