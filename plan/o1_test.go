package plan_test

import (
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// cet is the zone of the case: its hours are read there.
var cet = time.FixedZone("CET", 60*60)

// day returns noon of a day of the case; day 0 is a Tuesday.
func day(n int) time.Time { return time.Date(2027, time.February, 2+n, 12, 0, 0, 0, cet) }

func on(n int) rapport.Date { return rapport.DateOf(day(n)) }

func window(from, to string, days ...rapport.Day) []rapport.Hours {
	return []rapport.Hours{{Days: days, From: rapport.MustClock(from), To: rapport.MustClock(to)}}
}

// mustFeel returns the feeling for a number that is one.
func mustFeel(n int) rapport.Feeling {
	f, _ := rapport.FeelingOf(n)
	return f
}

// actor is the principal of the case as she was known on a day.
func actor(n int) client.Profile {
	mon, wed, fri := rapport.DayMon, rapport.DayWed, rapport.DayFri
	p := client.Profile{
		ID: "ms-a", Minor: rapport.AnswerNo,
		Priorities: [][]client.Need{{client.NeedPrivacy, client.NeedAutonomy}, {client.NeedProtection}, {client.NeedComfort}},
		Evidence: []client.Evidence{
			{ID: "ev-1", Dimension: client.DimensionAnxiety, Kind: client.EvidenceScaleAnswers, Level: rapport.LevelModerate, On: on(0)},
			{ID: "ev-2", Dimension: client.DimensionAnxiety, Kind: client.EvidenceAnsweredQuestion, Level: rapport.LevelHigh, On: on(0), Setting: client.SettingHome, Hours: window("19:00", "00:00")[0]},
			{ID: "ev-3", Dimension: client.DimensionAnxiety, Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelHigh, On: on(0), Setting: client.SettingHome, Hours: window("19:00", "00:00")[0]},
		},
		Concerns: []client.Concern{
			{ID: "c-writer", Kind: client.ConcernStalking, Rank: 1, Emotion: rapport.LevelHigh, Likelihood: rapport.LevelHigh, On: on(0)},
			{ID: "c-photo", Kind: client.ConcernUnwantedMedia, Rank: 2, Emotion: rapport.LevelModerate, Likelihood: rapport.LevelSevere, On: on(0)},
			{ID: "c-difficult", Kind: client.ConcernLookingDifficult, Rank: 3, Emotion: rapport.LevelModerate, On: on(0)},
		},
		Activities: []client.Activity{
			{ID: "evening", Kind: client.ActivityNightAtHome, Setting: client.SettingHome, Weekly: window("19:00", "06:00")},
			{ID: "gym", Kind: client.ActivityExercise, Setting: client.SettingGym, Weekly: window("06:30", "07:30", mon, wed, fri)},
			{ID: "coffee", Kind: client.ActivityDiningOut, Setting: client.SettingRestaurant, Weekly: window("07:35", "08:15", mon, wed, fri)},
			{ID: "shoot", Kind: client.ActivityFilmingOrShoot, Setting: client.SettingProductionSite, Weekly: window("09:00", "17:00", mon, wed, rapport.DayThu)},
			{ID: "premiere-drive", Kind: client.ActivityTravelLeg, Setting: client.SettingDrivenCar, On: rapport.Span{From: day(21).Add(340 * time.Minute), To: day(21).Add(390 * time.Minute)}},
			{ID: "premiere", Kind: client.ActivityPremiereOrAward, Setting: client.SettingPublicEvent, On: rapport.Span{From: day(21).Add(390 * time.Minute), To: day(21).Add(630 * time.Minute)},
				Announced: rapport.AnswerYes, Crowd: rapport.LevelHigh, Media: rapport.AnswerYes},
		},
		Wishes: []client.Wish{
			{ID: "w-uniform", Kind: client.WishNoUniformAt, Setting: client.SettingHome, Strength: client.StrengthWish, On: on(0)},
			{ID: "w-officer", Kind: client.WishOfficerLook, Strength: client.StrengthWish, On: on(0)},
			{ID: "w-fans", Kind: client.WishFansGreeted, Strength: client.StrengthStrong, On: on(0)},
			{ID: "w-rooms", Kind: client.WishNoOneInRoom, Setting: client.SettingHome, Strength: client.StrengthLine, On: on(0)},
			{ID: "w-gym", Kind: client.WishSportKept, Setting: client.SettingGym, Strength: client.StrengthStrong, On: on(0)},
			{ID: "w-coffee", Kind: client.WishWalkOrRunAlone, Setting: client.SettingRestaurant, Strength: client.StrengthWish, On: on(0)},
		},
	}
	if n >= 3 {
		p.Reactions = []client.Reaction{
			{ID: "r-door", Element: client.ElementGuardPostUniform, Setting: client.SettingHome, Feeling: mustFeel(-2), On: on(3), Words: "like a prison"},
			{ID: "r-beside", Element: client.ElementGuardPostOrdinaryClothes, Setting: client.SettingHome, Feeling: mustFeel(2), On: on(3)},
		}
	}
	return p
}

// stalker is the letter writer as known on a day.
func stalker(n int) client.Threat {
	t := client.Threat{
		ID: "t-writer", Kind: client.ThreatStalking, Aimed: []rapport.ID{"ms-a"}, Source: "the-writer", Directness: client.DirectnessDirect,
		Level: rapport.LevelModerate, Assessor: client.AssessorIndependent, AssessedAt: day(0).Add(-3 * time.Hour), ReviewOn: on(30), Words: "the writer",
		Settings: []client.Setting{client.SettingHome, client.SettingGym, client.SettingRestaurant, client.SettingArrivalPoint, client.SettingProductionSite, client.SettingPublicEvent, client.SettingPhoneAndMessages},
		Contacts: []client.Contact{
			{ID: "l-14", Kind: client.ContactLetter, At: day(-5)},
			{ID: "g-1", Kind: client.ContactSighting, At: day(-25), Setting: client.SettingGym, Activity: "gym"},
			{ID: "g-2", Kind: client.ContactSighting, At: day(-8), Setting: client.SettingGym, Activity: "gym"},
		},
	}
	if n >= 10 {
		t.Contacts = append(t.Contacts, client.Contact{ID: "lobby", Kind: client.ContactWaiting, At: day(10), Setting: client.SettingResidentialLobby})
	}
	if n >= 14 {
		t.Contacts = append(t.Contacts, client.Contact{ID: "note", Kind: client.ContactHandDelivery, At: day(14).Add(-4 * time.Hour), Setting: client.SettingHome})
	}
	return t
}

func photographers() client.Threat {
	return client.Threat{
		ID: "t-photo", Kind: client.ThreatMediaIntrusion, Aimed: []rapport.ID{"ms-a"}, Source: "photographers", Directness: client.DirectnessKnown,
		Level: rapport.LevelModerate, Assessor: client.AssessorOwnFirm, AssessedAt: day(0).Add(-3 * time.Hour), ReviewOn: on(90), Words: "the photographers",
		Settings: []client.Setting{client.SettingArrivalPoint, client.SettingPublicEvent, client.SettingRestaurant, client.SettingVehicle},
	}
}

// stalkedActor is the case O1 as it stood at noon of a day.
func stalkedActor(n int) plan.Brief {
	return plan.Brief{
		People:       []client.Profile{actor(n)},
		Threats:      []client.Threat{stalker(n), photographers()},
		Mandate:      client.Mandate{Client: "ms-a", OrderedBy: "ms-a", PaidBy: "ms-a", Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "ms-a"}}},
		InForce:      []plan.InForce{{ID: "door", Measure: plan.MeasureUniformedDoorPost, Person: "ms-a", Since: day(-1)}},
		Facts:        []plan.Fact{{Condition: plan.ConditionSharedBuilding}, {Condition: plan.ConditionIdentifiedPerson}},
		CovertAgreed: []rapport.ID{"ms-a"},
	}
}
