package plan_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

var update = flag.Bool("update", false, "write the golden files")

// usualAt is what people do at a kind of place.
var usualAt = map[client.Setting]client.ActivityKind{
	client.SettingHome: client.ActivityHomeDay, client.SettingHomeGrounds: client.ActivityHomeDay, client.SettingResidentialLobby: client.ActivityHomeDay,
	client.SettingSecondHome: client.ActivityHoliday, client.SettingVehicle: client.ActivityCommute, client.SettingArrivalPoint: client.ActivityCommute,
	client.SettingMovement: client.ActivityCommute, client.SettingOnFoot: client.ActivityWalkOrDog, client.SettingPublicTransport: client.ActivityRidePublicTransport,
	client.SettingWorkplace: client.ActivityOfficeDay, client.SettingOfficeLobby: client.ActivityOfficeDay, client.SettingOfficeFloor: client.ActivityOfficeDay,
	client.SettingGym: client.ActivityExercise, client.SettingRestaurant: client.ActivityDiningOut, client.SettingPlaceOfWorship: client.ActivityWorship,
	client.SettingPublicPlace: client.ActivityTeenOuting, client.SettingCarPark: client.ActivityShopping, client.SettingRetailSite: client.ActivityShopping,
	client.SettingPublicEvent: client.ActivityPublicSpeech, client.SettingMediaAppearance: client.ActivityMediaInterview, client.SettingPrivateEvent: client.ActivitySocialEvent,
	client.SettingTravel: client.ActivityTravelLeg, client.SettingHotel: client.ActivityOvernightStay, client.SettingAirport: client.ActivityAirTravel,
	client.SettingAbroad: client.ActivityBusinessTrip, client.SettingSchool: client.ActivitySchoolDay, client.SettingUniversity: client.ActivitySchoolDay,
	client.SettingMedicalFacility: client.ActivityMedicalVisit, client.SettingCourthouse: client.ActivityCourtDate,
	client.SettingOnline: client.ActivityOnlineLife, client.SettingSocialMedia: client.ActivityOnlineLife, client.SettingPhoneAndMessages: client.ActivityOnlineLife,
}

// ordinary is a brief with one threat at one kind of place, and nothing unusual about person, place or firm.
func ordinary(kind client.ThreatEntry, at client.Setting, level rapport.Level) plan.Brief {
	var s client.Scorer
	activity := client.Activity{ID: "a", Kind: usual(at), Setting: at, Weekly: window("18:00", "20:00", rapport.DayTue, rapport.DayThu, rapport.DaySat)}
	switch {
	case s.Lies(at, client.SettingEvent), s.Lies(at, client.SettingTravel), at == client.SettingCourthouse:
		activity.Weekly, activity.On = nil, rapport.Span{From: day(5), To: day(5).Add(4 * time.Hour)}
	case s.Lies(at, client.SettingHome), s.Lies(at, client.SettingOnline):
		activity.Weekly = nil
	case s.Lies(at, client.SettingWorkplace), s.Lies(at, client.SettingSchool):
		activity.Weekly = window("08:00", "16:00", rapport.DayMon, rapport.DayTue, rapport.DayWed, rapport.DayThu, rapport.DayFri)
	}
	threat := aThreat("t", kind.ID, level, at)
	b := plan.Brief{Threats: []client.Threat{threat}, Mandate: client.Mandate{Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "head"}}}}
	fact := func(list ...plan.Condition) {
		for _, c := range list {
			b.Facts = append(b.Facts, plan.Fact{Condition: c})
		}
	}
	if kind.Protects == client.ProtectsPlace {
		b.Sites = []client.Site{{ID: "s", Setting: at, Posts: []client.Activity{activity}}}
		fact(plan.ConditionStaff)
	} else {
		minor := rapport.AnswerNo
		if kind.ID == client.ThreatChildAbduction || s.Lies(at, client.SettingSchool) {
			minor = rapport.AnswerYes
		}
		b.People = []client.Profile{{ID: "p", Minor: minor, Activities: []client.Activity{activity}}}
		b.CovertAgreed = []rapport.ID{"p"}
	}
	switch {
	case s.Lies(at, client.SettingResidentialLobby):
		fact(plan.ConditionSharedBuilding)
	case s.Lies(at, client.SettingHome):
		fact(plan.ConditionOwnBoundary, plan.ConditionHouseholdStaff)
	case s.Lies(at, client.SettingEvent), at == client.SettingCourthouse:
		fact(plan.ConditionVenueAgrees)
	case s.Lies(at, client.SettingAircraftOrYacht):
		fact(plan.ConditionHouseholdStaff, plan.ConditionStaff, plan.ConditionSiteAgrees)
	case s.Lies(at, client.SettingWorkplace), s.Lies(at, client.SettingRetailSite), s.Lies(at, client.SettingSchool):
		fact(plan.ConditionSiteAgrees, plan.ConditionStaff)
	}
	switch kind.ID {
	case client.ThreatStalking, client.ThreatHarassment, client.ThreatExtortion, client.ThreatDomesticViolence:
		fact(plan.ConditionContactMade)
	}
	switch kind.ID {
	case client.ThreatUnrestAbroad:
		fact(plan.ConditionAbroad)
	case client.ThreatCrowdPressure:
		fact(plan.ConditionVenueAgrees)
	case client.ThreatStalking, client.ThreatDomesticViolence, client.ThreatChildAbduction:
		fact(plan.ConditionIdentifiedPerson)
	}
	switch kind.ID {
	case client.ThreatDomesticViolence, client.ThreatChildAbduction:
		fact(plan.ConditionKnownPerson)
	}
	return b
}

// signed writes a plan the way somebody reads it who has to sign it.
func signed(p plan.Plan) string {
	var s strings.Builder
	var there, place, before []string
	hours := 0
	for _, e := range p.Entries {
		m, _ := plan.Planner{}.Measure(e.Measure)
		group := slices.IndexFunc(plan.Standard().Groups, func(g plan.GroupEntry) bool { return g.ID == m.Group })
		name := string(e.Measure)
		if e.Ends != "" {
			name = "LAST RESORT " + name
		}
		hours += e.Hours
		switch {
		case plan.Standard().Groups[group].People:
			there = append(there, name)
		case e.Layer == plan.LayerPlace:
			place = append(place, name)
		default:
			before = append(before, name)
		}
	}
	for _, part := range []struct {
		name string
		list []string
	}{{"there", there}, {"place", place}, {"before", before}} {
		if len(part.list) > 0 {
			slices.Sort(part.list)
			fmt.Fprintf(&s, "   %-7s%s\n", part.name, strings.Join(part.list, ", "))
		}
	}
	for _, r := range p.Rows {
		if r.Met != rapport.AnswerYes {
			fmt.Fprintf(&s, "   NOT MET %s %d of %d: %s\n", r.Kind, r.Got, r.Need, r.Missing)
		}
	}
	fmt.Fprintf(&s, "   %d staff hours a week\n", hours)
	return s.String()
}

func TestGolden_EveryKindOfThreatInItsMainSettings(t *testing.T) {
	var s strings.Builder
	for _, kind := range client.Standard().Threats {
		for _, at := range kind.Bites {
			for _, level := range []rapport.Level{rapport.LevelModerate, rapport.LevelHigh} {
				fmt.Fprintf(&s, "%s, %s, %s\n%s", kind.ID, at, level, signed(compose(t, ordinary(kind, at, level), day(0))))
			}
		}
	}
	file := filepath.Join("testdata", "threats.txt")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(s.String()), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), s.String())
}
