package privacy_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// Who may know what in three cases: an actor with a letter writer, a wealthy family with two children, a
// visiting delegation. A row without grains means nothing at all.
func TestWhoMayKnowWhatInThreeCases(t *testing.T) {
	g := func(list ...privacy.Grain) []privacy.Grain { return list }
	for _, tt := range []struct {
		name     string
		role     client.Role
		category client.Category
		purpose  privacy.Purpose
		facts    []string
		want     []privacy.Grain
	}{
		{"the actor's driver gets the way of the day", client.RoleDriver, client.CategoryMovement, privacy.PurposeMove, []string{"assigned"}, g(privacy.GrainDay)},
		{"the actor's concierge recognises and calls", client.RoleConcierge, client.CategoryThreatFile, privacy.PurposeProtect, []string{"named"}, g(privacy.GrainRecognise)},
		{"and learns nothing of her movements", client.RoleConcierge, client.CategoryRoutine, privacy.PurposeCoordinate, []string{"named"}, nil},
		{"her gym recognises and calls", client.RoleClubManager, client.CategoryThreatFile, privacy.PurposeProtect, []string{"named"}, g(privacy.GrainRecognise)},
		{"her publicist gets timings and a contact", client.RolePublicist, client.CategoryItinerary, privacy.PurposeCoordinate, []string{"named"}, g(privacy.GrainContact, privacy.GrainWindow)},
		{"not the address", client.RolePublicist, client.CategoryResidence, privacy.PurposeCoordinate, []string{"named", "consent"}, nil},
		{"not the letters", client.RolePublicist, client.CategoryThreatFile, privacy.PurposeCoordinate, []string{"named", "consent"}, nil},
		{"a journalist gets nothing", client.RoleJournalist, client.CategoryEngagement, privacy.PurposePublicise, []string{"named", "consent"}, nil},
		{"the family's team lead has what a doctor said of the child", client.RoleTeamLead, client.CategoryMedical, privacy.PurposeCare, []string{"assigned", "minor"}, g(privacy.GrainFull)},
		{"the medic too", client.RoleMedic, client.CategoryMedical, privacy.PurposeCare, []string{"assigned", "minor"}, g(privacy.GrainFull)},
		{"the family's driver learns nothing of money", client.RoleDriver, client.CategoryFinancial, privacy.PurposeMove, []string{"assigned", "consent"}, nil},
		{"the team lead neither", client.RoleTeamLead, client.CategoryFinancial, privacy.PurposePlan, []string{"assigned", "consent"}, nil},
		{"the nanny learns nothing of money", client.RoleNannyTutor, client.CategoryFinancial, privacy.PurposeSafeguard, []string{"named", "consent"}, nil},
		{"nor of threats beyond need", client.RoleNannyTutor, client.CategoryThreatFile, privacy.PurposeSafeguard, []string{"named"}, g(privacy.GrainAction, privacy.GrainRecognise)},
		{"the parents hear that the teenager arrived, and follow nobody", client.RoleGuardian, client.CategoryLocation, privacy.PurposeSafeguard, []string{"guardian", "minor", "mature"}, g(privacy.GrainCoarse)},
		{"the magazine gets nothing confirmed", client.RoleUnknownPerson, client.CategoryEngagement, privacy.PurposePublicise, nil, nil},
		{"the nanny who left gets nothing", client.RoleNannyTutor, client.CategoryChildren, privacy.PurposeSafeguard, []string{"named", "leaver"}, nil},
		{"the delegation's hotel gets a window and a contact", client.RoleHotelManager, client.CategoryItinerary, privacy.PurposeCoordinate, []string{"named"}, g(privacy.GrainContact, privacy.GrainWindow)},
		{"the interpreter the meeting", client.RoleInterpreter, client.CategoryItinerary, privacy.PurposeCoordinate, []string{"named", "on-activity"}, g(privacy.GrainItem)},
		{"the press officer public parts", client.RolePressOfficer, client.CategoryItinerary, privacy.PurposePublicise, []string{"named"}, g(privacy.GrainPublic)},
		{"the airline what the ticket needs", client.RoleAirline, client.CategoryIdentity, privacy.PurposeCoordinate, []string{"named"}, g(privacy.GrainTicket)},
		{"the airline nothing of the programme", client.RoleAirline, client.CategoryBusiness, privacy.PurposeCoordinate, []string{"named", "consent"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			q := request(tt.role, tt.category, tt.purpose)
			d := answer(t, q, registerOf(q, tt.facts...))
			assert.ElementsMatch(t, tt.want, d.Grains)
			assert.NotEmpty(t, d.Reasons)
		})
	}
	police := request(client.RolePoliceLiaison, client.CategoryMovement, privacy.PurposeLiaise)
	d := answer(t, police, registerOf(police, "named", "verified"))
	assert.NotEmpty(t, d.Grains, "the police of the host learn movements")
	assert.False(t, slices.Contains(d.Grains, privacy.GrainUnknown))
}
