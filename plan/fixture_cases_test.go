package plan_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// Three more cases, reduced to what matters for planning: a privacy-first family with two children, an
// executive who will not have an armed driver, and a diplomat on a visit. Their days are those of the
// first case: day 0 is a Tuesday, and a day is at noon.

var workdays = []rapport.Day{rapport.DayMon, rapport.DayTue, rapport.DayWed, rapport.DayThu, rapport.DayFri}

// dated returns a span of a day, from one hour of the day to another; hours beyond 24 lie in the next day.
func dated(n int, from, to float64) rapport.Span {
	midnight := day(n).Add(-12 * time.Hour)
	hours := func(h float64) time.Time { return midnight.Add(time.Duration(h * float64(time.Hour))) }
	return rapport.Span{From: hours(from), To: hours(to)}
}

// felt is an answer to "how would that feel?" or, without a source, what was felt at the place.
func felt(id rapport.ID, element client.Element, at client.Setting, feeling, n int, source client.EvidenceKind) client.Reaction {
	return client.Reaction{ID: id, Element: element, Setting: at, Feeling: mustFeel(feeling), On: on(n), Source: source}
}

func wished(id rapport.ID, kind client.WishKind, at client.Setting, strength client.Strength, n int) client.Wish {
	return client.Wish{ID: id, Kind: kind, Setting: at, Strength: strength, On: on(n)}
}

// privateFamily is the family with two children, with their wealth not yet public: the threat of kidnap is low.
// Once it is public, Threats[0].Level is moderate.
func privateFamily() plan.Brief {
	mother := client.Profile{
		ID: "mother-b", Minor: rapport.AnswerNo, Dependants: []rapport.ID{"teen-b", "child-b"},
		Priorities: [][]client.Need{{client.NeedPrivacy}, {client.NeedComfort, client.NeedAutonomy}, {client.NeedProtection}},
		Concerns: []client.Concern{
			{ID: "m-c-school", Kind: client.ConcernDataLeak, Rank: 1, Emotion: rapport.LevelHigh, Likelihood: rapport.LevelModerate, On: on(0)},
			{ID: "m-c-taken", Kind: client.ConcernChildSafety, Rank: 2, Emotion: rapport.LevelHigh, Likelihood: rapport.LevelModerate, On: on(0), About: []rapport.ID{"teen-b", "child-b"}},
		},
		Activities: []client.Activity{
			{ID: "m-night", Kind: client.ActivityNightAtHome, Setting: client.SettingHome, Weekly: window("20:00", "06:30")},
			{ID: "m-run", Kind: client.ActivityWalkOrDog, Setting: client.SettingPark, Weekly: window("06:30", "07:15", rapport.DayTue, rapport.DayThu)},
			{ID: "m-work", Kind: client.ActivityOfficeDay, Setting: client.SettingOfficeFloor, Weekly: window("09:00", "15:00", workdays[:4]...)},
		},
		Reactions: []client.Reaction{
			felt("m-r-weapon", client.ElementCloseOfficerWeaponVisible, client.SettingHome, -3, 0, client.EvidenceAnsweredQuestion),
			felt("m-r-clothes", client.ElementGuardPostOrdinaryClothes, client.SettingHome, 1, 0, client.EvidenceAnsweredQuestion),
		},
		Wishes: []client.Wish{
			wished("m-w-weapon", client.WishNoWeaponAt, client.SettingHome, client.StrengthLine, 0),
			wished("m-w-school", client.WishFewPeopleKnow, client.SettingSchool, client.StrengthStrong, 0),
			wished("m-w-meal", client.WishFamilyMealUndisturbed, client.SettingHome, client.StrengthWish, 0),
		},
	}
	father := client.Profile{
		ID: "father-b", Minor: rapport.AnswerNo, Dependants: []rapport.ID{"teen-b", "child-b"},
		Priorities: mother.Priorities,
		Concerns:   []client.Concern{{ID: "f-c-photo", Kind: client.ConcernUnwantedMedia, Rank: 1, Emotion: rapport.LevelModerate, Likelihood: rapport.LevelHigh, On: on(0)}},
		Activities: []client.Activity{
			{ID: "f-night", Kind: client.ActivityNightAtHome, Setting: client.SettingHome, Weekly: window("20:00", "07:00")},
			{ID: "f-drive", Kind: client.ActivityDrivingSelf, Setting: client.SettingOwnCar, Weekly: window("07:00", "07:40", workdays...)},
			{ID: "f-work", Kind: client.ActivityOfficeDay, Setting: client.SettingOfficeFloor, Weekly: window("08:00", "18:00", workdays...)},
			{ID: "f-signing", Kind: client.ActivityBoardOrNegotiation, On: dated(21, 14, 16)},
		},
		Reactions: []client.Reaction{felt("f-r-weapon", client.ElementCloseOfficerWeaponVisible, client.SettingHome, 0, 0, client.EvidenceAnsweredQuestion)},
		Wishes: []client.Wish{
			wished("f-w-drive", client.WishDriveMyself, client.SettingOwnCar, client.StrengthStrong, 0),
			wished("f-w-photo", client.WishPhotosNever, "", client.StrengthStrong, 0),
			wished("f-w-unseen", client.WishDistanceDefault, "", client.StrengthWish, 0),
		},
	}
	teen := client.Profile{
		ID: "teen-b", Minor: rapport.AnswerYes, Heard: rapport.AnswerYes, Guardians: []rapport.ID{"mother-b", "father-b"},
		Priorities: [][]client.Need{{client.NeedAutonomy}, {client.NeedPrivacy}, {client.NeedComfort}, {client.NeedProtection}},
		Concerns:   []client.Concern{{ID: "t-c-free", Kind: client.ConcernLossOfFreedom, Rank: 1, Emotion: rapport.LevelHigh, Likelihood: rapport.LevelHigh, On: on(0)}},
		Activities: []client.Activity{
			{ID: "t-night", Kind: client.ActivityNightAtHome, Setting: client.SettingHome, Weekly: window("22:00", "07:00")},
			{ID: "t-bus", Kind: client.ActivityRidePublicTransport, Weekly: append(window("07:25", "07:55", workdays...), window("15:40", "16:10", workdays...)...), Stays: rapport.AnswerYes},
			{ID: "t-school", Kind: client.ActivitySchoolDay, Setting: client.SettingSchool, Weekly: window("08:00", "15:30", workdays...)},
			{ID: "t-skate", Kind: client.ActivityTeenOuting, Setting: client.SettingPark, Weekly: window("14:00", "17:00", rapport.DaySat), Levers: []client.Lever{client.LeverTime}},
			{ID: "t-online", Kind: client.ActivityOnlinePostOrStream, Weekly: window("20:00", "21:30")},
		},
		Reactions: []client.Reaction{
			felt("t-r-near", client.ElementCloseOfficerDistanceNear, client.SettingSchool, -3, 0, ""),
			felt("t-r-car", client.ElementVehicleFollowingCar, client.SettingPublicTransport, 0, 0, ""),
		},
		Wishes: []client.Wish{
			wished("t-w-near", client.WishNotFollowed, client.SettingSchool, client.StrengthLine, 0),
			wished("t-w-skate", client.WishSportKept, client.SettingPark, client.StrengthStrong, 0),
			wished("t-w-bus", client.WishRouteLiked, client.SettingPublicTransport, client.StrengthStrong, 0),
			wished("t-w-phone", client.WishSocialMediaOwn, "", client.StrengthStrong, 0),
		},
	}
	child := client.Profile{
		ID: "child-b", Minor: rapport.AnswerYes, Heard: rapport.AnswerNo, Guardians: []rapport.ID{"mother-b", "father-b"},
		Priorities: [][]client.Need{{client.NeedPrivacy}, {client.NeedComfort}, {client.NeedProtection}},
		Activities: []client.Activity{
			{ID: "c-night", Kind: client.ActivityNightAtHome, Setting: client.SettingHome, Weekly: window("19:30", "07:00")},
			{ID: "c-run", Kind: client.ActivitySchoolRun, Setting: client.SettingSchool, Weekly: append(window("07:40", "08:05", workdays...), window("13:15", "13:40", workdays...)...), Levers: []client.Lever{client.LeverWay}},
			{ID: "c-school", Kind: client.ActivitySchoolDay, Setting: client.SettingSchool, Weekly: window("08:05", "13:15", workdays...)},
			{ID: "c-play", Kind: client.ActivityChildcareOrPlayground, Setting: client.SettingPlayground, Weekly: window("15:00", "16:30", rapport.DayWed)},
		},
		Reactions: []client.Reaction{felt("c-r-driver", client.ElementDriverTrainedUnarmed, client.SettingSchool, 3, 0, "")},
		Wishes:    []client.Wish{wished("c-w-driver", client.WishOldDriverStays, client.SettingSchool, client.StrengthStrong, 0)},
	}
	kidnap := aThreat("t-kidnap", client.ThreatKidnap, rapport.LevelLow, client.SettingHome, client.SettingSchool, client.SettingMovement, client.SettingArrivalPoint, client.SettingVehicle, client.SettingPark, client.SettingPlayground)
	kidnap.Source, kidnap.Directness, kidnap.Assessor, kidnap.ReviewOn = "", client.DirectnessPerceived, client.AssessorIndependent, on(20)
	online := aThreat("t-online", client.ThreatOnlineExposure, rapport.LevelModerate, client.SettingOnline, client.SettingSocialMedia)
	online.Source, online.Aimed, online.Directness, online.Assessor, online.ReviewOn = "", []rapport.ID{"teen-b"}, client.DirectnessKnown, client.AssessorOwnFirm, on(60)
	return plan.Brief{
		People:  []client.Profile{mother, father, teen, child},
		Threats: []client.Threat{kidnap, online},
		Mandate: client.Mandate{
			Client: "household-b", OrderedBy: "mother-b", PaidBy: "family-office",
			Parties: []client.Party{{ID: "household-b", Kind: client.PartyKindHousehold, Members: []rapport.ID{"mother-b", "father-b", "teen-b", "child-b"}}},
			Rights:  []client.Right{{Matter: client.MatterBelowFloor, By: "mother-b"}},
		},
		InForce: []plan.InForce{{ID: "car", Measure: plan.MeasureSecurityDriver, Person: "child-b", Activity: "c-run", Since: day(-120)}},
		Facts: []plan.Fact{
			{Condition: plan.ConditionHouseholdStaff}, {Condition: plan.ConditionStaff}, {Condition: plan.ConditionOwnBoundary},
			{Condition: plan.ConditionAdultOrTeenager, Person: "teen-b"},
		},
		CovertAgreed: []rapport.ID{"mother-b", "father-b", "teen-b"},
	}
}

// reluctantExecutive is the executive who loves to drive, as he and the messages were known on a day: he
// refuses on day 0, talks on day 1, tries a driver on two named days from day 3, feels better about it on
// day 17; on day 30 somebody is seen by his house, and on day 31 he refuses again.
func reluctantExecutive(n int) plan.Brief {
	driven := n >= 3
	morning := client.Activity{ID: "morning", Kind: client.ActivityCommute, Setting: client.SettingOwnCar, Weekly: window("07:10", "07:50", workdays...),
		Routine: client.Routine{Planned: 40, Kept: 39, Within: 5, Place: 39, Way: 38, Until: on(-1)}}
	p := client.Profile{
		ID: "mr-c", Minor: rapport.AnswerNo,
		Priorities: [][]client.Need{{client.NeedAutonomy}, {client.NeedPrivacy}, {client.NeedComfort}, {client.NeedProtection}},
		Evidence: []client.Evidence{
			{ID: "ev-control", Dimension: client.DimensionNeedForControl, Kind: client.EvidenceScaleAnswers, Level: rapport.LevelSevere, On: on(0)},
			{ID: "ev-image", Dimension: client.DimensionImageConcern, Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelSevere, On: on(0)},
			{ID: "ev-past", Dimension: client.DimensionPastExperience, Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelLow, On: on(0)},
		},
		Concerns: []client.Concern{
			{ID: "c-staff", Kind: client.ConcernLookingDifficult, Rank: 1, Emotion: rapport.LevelHigh, Likelihood: rapport.LevelHigh, On: on(0)},
			{ID: "c-free", Kind: client.ConcernLossOfFreedom, Rank: 2, Emotion: rapport.LevelHigh, Likelihood: rapport.LevelModerate, On: on(0)},
			{ID: "c-attack", Kind: client.ConcernPhysicalAttack, Rank: 3, Emotion: rapport.LevelLow, Likelihood: rapport.LevelLow, On: on(0)},
		},
		Reactions: []client.Reaction{
			felt("r-fast", client.ElementDriverFastStyle, client.SettingDrivenCar, -3, -510, ""),
			felt("r-armed", client.ElementCloseOfficerWeaponHiddenKnown, client.SettingVehicle, -3, 0, client.EvidenceAnsweredQuestion),
			felt("r-near", client.ElementCloseOfficerDistanceNear, client.SettingWorkplace, -2, 0, client.EvidenceAnsweredQuestion),
		},
		Wishes: []client.Wish{
			wished("w-drive", client.WishDriveMyself, client.SettingOwnCar, client.StrengthStrong, 0),
			wished("w-calm", client.WishNoFastDriving, client.SettingVehicle, client.StrengthStrong, 0),
			wished("w-distance", client.WishDistanceDefault, client.SettingWorkplace, client.StrengthStrong, 0),
		},
	}
	t := aThreat("t-messages", client.ThreatTargetedViolence, rapport.LevelModerate, client.SettingVehicle, client.SettingArrivalPoint, client.SettingHome, client.SettingWorkplace)
	t.Source, t.Aimed, t.Directness, t.Assessor, t.ReviewOn, t.Words = "", []rapport.ID{"mr-c"}, client.DirectnessDirect, client.AssessorOwnFirm, on(28), "the messages"
	t.Contacts = []client.Contact{
		{ID: "m-1", Kind: client.ContactMessage, At: day(-15)},
		{ID: "m-2", Kind: client.ContactNamedPlace, At: day(-6), Setting: client.SettingOwnCar, Activity: "morning"},
		{ID: "m-3", Kind: client.ContactNamedPlace, At: day(-3), Setting: client.SettingOwnCar, Activity: "morning"},
	}
	b := plan.Brief{
		Mandate: client.Mandate{
			Client: "company", OrderedBy: "board", PaidBy: "company",
			Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "security-head"}},
		},
		InForce: []plan.InForce{{ID: "desk", Measure: plan.MeasureLobbyOfficer, Person: "mr-c", Activity: "office", Since: day(-500)}},
		Facts: []plan.Fact{
			{Condition: plan.ConditionAskedFor, Person: "mr-c"}, {Condition: plan.ConditionOwnBoundary, Person: "mr-c"},
			{Condition: plan.ConditionSiteAgrees, Person: "mr-c", Activity: "office"}, {Condition: plan.ConditionSiteAgrees, Person: "mr-c", Activity: "plant"},
			{Condition: plan.ConditionVenueAgrees, Person: "mr-c", Activity: "assembly"},
		},
	}
	if n >= 1 {
		morning.Levers = []client.Lever{client.LeverWay}
		p.Reactions = append(p.Reactions, felt("r-known", client.ElementVehicleFollowingCar, client.SettingOwnCar, 0, 1, client.EvidenceAnsweredQuestion))
	}
	if driven {
		morning.Weekly = window("07:10", "07:50", rapport.DayMon, rapport.DayWed, rapport.DayFri)
		p.Activities = append(p.Activities, client.Activity{ID: "morning-driven", Kind: client.ActivityCommute, Setting: client.SettingDrivenCar, Weekly: window("07:10", "07:50", rapport.DayTue, rapport.DayThu), Levers: []client.Lever{client.LeverWay}})
		b.InForce = append(b.InForce, plan.InForce{ID: "trial", Measure: plan.MeasureDriverNamedDays, Person: "mr-c", Activity: "morning-driven", Since: day(3)})
	}
	if n >= 17 {
		p.Reactions = append(p.Reactions, felt("r-driver", client.ElementDriverTrainedUnarmed, client.SettingDrivenCar, 1, 17, ""))
	}
	if n >= 30 {
		t.Contacts = append(t.Contacts, client.Contact{ID: "seen", Kind: client.ContactSighting, At: day(30).Add(-2 * time.Hour), Setting: client.SettingHome})
		t.Level, t.AssessedAt, t.ReviewOn = rapport.LevelHigh, day(30).Add(-time.Hour), on(33)
	}
	if n >= 31 {
		p.Wishes = append(p.Wishes, wished("w-armed", client.WishNoWeaponAt, client.SettingVehicle, client.StrengthLine, 31))
	}
	p.Activities = append(p.Activities, morning,
		client.Activity{ID: "evening", Kind: client.ActivityNightAtHome, Setting: client.SettingHome, Weekly: window("20:00", "06:30")},
		client.Activity{ID: "drive-home", Kind: client.ActivityDrivingSelf, Setting: client.SettingOwnCar, Weekly: window("18:40", "19:20", workdays...), Levers: []client.Lever{client.LeverTime}},
		client.Activity{ID: "office", Kind: client.ActivityOfficeDay, Setting: client.SettingOfficeFloor, Weekly: window("08:00", "18:30", workdays...)},
		client.Activity{ID: "plant", Kind: client.ActivitySiteVisit, Setting: client.SettingIndustrialSite, Weekly: window("13:00", "17:00", rapport.DayWed)},
		client.Activity{ID: "assembly", Kind: client.ActivityStaffAssembly, Setting: client.SettingIndustrialSite, On: dated(32, 10, 11.5), Announced: rapport.AnswerYes, Crowd: rapport.LevelModerate},
		client.Activity{ID: "saturday", Kind: client.ActivityDrivingSelf, Setting: client.SettingOwnCar, Weekly: window("09:00", "12:00", rapport.DaySat)},
	)
	b.People, b.Threats = []client.Profile{p}, []client.Threat{t}
	return b
}

// diplomat is the visit of an ambassador and spouse as it was known on a day: planned from day 0, there on
// days 14 to 16. The march doubles on day 13; on the morning of day 15 the talks move to another house.
func diplomat(n int) plan.Brief {
	talks := client.Activity{Kind: client.ActivityBusinessMeeting, Setting: client.SettingOfficeFloor, On: dated(15, 16, 16.75), Announced: rapport.AnswerYes, Media: rapport.AnswerYes}
	if n >= 15 {
		talks.Setting = client.SettingUniversity
	}
	both := []client.Activity{
		{ID: "in", Kind: client.ActivityAirTravel, Setting: client.SettingAirport, On: dated(14, 10, 11.5)},
		{ID: "drive-in", Kind: client.ActivityTravelLeg, Setting: client.SettingDrivenCar, On: dated(14, 11.5, 12.25)},
		{ID: "night-1", Kind: client.ActivityOvernightStay, Setting: client.SettingHotel, On: dated(14, 21.5, 31.5)},
		{ID: "walk", Kind: client.ActivityWalkOrDog, Setting: client.SettingOnFoot, On: dated(15, 17, 17.5)},
		{ID: "cathedral", Kind: client.ActivityWorship, Setting: client.SettingPlaceOfWorship, On: dated(15, 17.5, 18.25)},
		{ID: "drive-dinner", Kind: client.ActivityTravelLeg, Setting: client.SettingDrivenCar, On: dated(15, 19, 19.5)},
		{ID: "dinner", Kind: client.ActivityFormalDinner, Setting: client.SettingFormalEvent, On: dated(15, 19.5, 22.5), Announced: rapport.AnswerYes, Media: rapport.AnswerYes},
		{ID: "night-2", Kind: client.ActivityOvernightStay, Setting: client.SettingHotel, On: dated(15, 23, 32)},
		{ID: "drive-out", Kind: client.ActivityTravelLeg, Setting: client.SettingDrivenCar, On: dated(16, 9.5, 10.25)},
		{ID: "out", Kind: client.ActivityAirTravel, Setting: client.SettingAirport, On: dated(16, 10.25, 12.5)},
	}
	talks.ID = "talks"
	ambassador := client.Profile{
		ID: "ambassador-j", Minor: rapport.AnswerNo,
		Priorities: [][]client.Need{{client.NeedComfort}, {client.NeedAutonomy, client.NeedPrivacy}, {client.NeedProtection}},
		Concerns: []client.Concern{
			{ID: "j-c-difficult", Kind: client.ConcernLookingDifficult, Rank: 1, Emotion: rapport.LevelModerate, Likelihood: rapport.LevelModerate, On: on(0)},
			{ID: "j-c-protest", Kind: client.ConcernProtest, Rank: 2, Emotion: rapport.LevelLow, Likelihood: rapport.LevelHigh, On: on(0)},
		},
		Activities: append([]client.Activity{
			{ID: "call", Kind: client.ActivityBusinessMeeting, Setting: client.SettingOfficeFloor, On: dated(14, 15, 16.5)},
			{ID: "drive-talks", Kind: client.ActivityTravelLeg, Setting: client.SettingDrivenCar, On: dated(15, 15.5, 16)}, talks}, both...),
		Reactions: []client.Reaction{
			felt("j-r-cars", client.ElementVehicleConvoyOrLights, client.SettingEvent, -2, 0, client.EvidenceAnsweredQuestion),
			felt("j-r-near", client.ElementCloseOfficerDistanceNear, client.SettingEvent, 0, 0, client.EvidenceAnsweredQuestion),
		},
		Wishes: []client.Wish{
			wished("j-w-walk", client.WishRouteLiked, client.SettingOnFoot, client.StrengthStrong, 0),
			wished("j-w-faith", client.WishFaithPracticeKept, client.SettingPlaceOfWorship, client.StrengthStrong, 0),
		},
	}
	spouse := client.Profile{
		ID: "spouse-j", Minor: rapport.AnswerNo,
		Priorities: [][]client.Need{{client.NeedPrivacy}, {client.NeedComfort, client.NeedAutonomy}, {client.NeedProtection}},
		Concerns:   []client.Concern{{ID: "s-c-crowd", Kind: client.ConcernCrowd, Rank: 1, Emotion: rapport.LevelHigh, Likelihood: rapport.LevelModerate, On: on(0)}},
		Activities: append([]client.Activity{{ID: "market", Kind: client.ActivityShopping, Setting: client.SettingRetailSite, On: dated(15, 11, 13)}}, both...),
		Wishes:     []client.Wish{wished("s-w-market", client.WishWalkOrRunAlone, client.SettingRetailSite, client.StrengthWish, 0)},
	}
	march := aThreat("t-march", client.ThreatProtest, rapport.LevelModerate, client.SettingArrivalPoint, client.SettingFormalEvent, client.SettingOnFoot)
	march.Source, march.Directness, march.Assessor, march.ReviewOn, march.Words, march.Activities = "", client.DirectnessKnown, client.AssessorAuthority, on(13), "the march", []rapport.ID{"talks"}
	if n >= 13 {
		march.Level, march.AssessedAt, march.ReviewOn = rapport.LevelHigh, day(13), on(16)
	}
	street := aThreat("t-street", client.ThreatStreetCrime, rapport.LevelModerate, client.SettingAirport, client.SettingHotel, client.SettingOnFoot, client.SettingRetailSite, client.SettingRestaurant, client.SettingArrivalPoint)
	street.Source, street.Directness, street.Assessor, street.ReviewOn = "", client.DirectnessKnown, client.AssessorAuthority, on(24)
	return plan.Brief{
		People:  []client.Profile{ambassador, spouse},
		Threats: []client.Threat{march, street},
		Mandate: client.Mandate{
			Client: "embassy", OrderedBy: "embassy", PaidBy: "embassy",
			Parties: []client.Party{{ID: "family-j", Kind: client.PartyKindHousehold, Members: []rapport.ID{"ambassador-j", "spouse-j"}}},
			Rights:  []client.Right{{Matter: client.MatterBelowFloor, By: "ambassador-j"}},
		},
		InForce: []plan.InForce{{ID: "host-police", Measure: plan.MeasurePoliceLiaison, Since: day(0).Add(-4 * time.Hour)}},
		Facts: []plan.Fact{
			{Condition: plan.ConditionAbroad, Person: "ambassador-j"}, {Condition: plan.ConditionAbroad, Person: "spouse-j"},
			{Condition: plan.ConditionVenueAgrees, Person: "ambassador-j", Activity: "talks"},
			{Condition: plan.ConditionVenueAgrees, Person: "ambassador-j", Activity: "dinner"}, {Condition: plan.ConditionVenueAgrees, Person: "spouse-j", Activity: "dinner"},
		},
		Rules: []privacy.Rule{
			{ID: "r-law-marked", By: privacy.AuthorityLaw, Where: privacy.WhereNear, Upper: rapport.VisibilityOrdinary},
			{ID: "r-host-rooms", By: privacy.AuthorityHost, Setting: client.SettingOfficeFloor, Where: privacy.WhereNear, Upper: rapport.VisibilityLowProfile},
			{ID: "r-host-dinner", By: privacy.AuthorityHost, Setting: client.SettingFormalEvent, Where: privacy.WhereNear, Upper: rapport.VisibilityLowProfile},
			{ID: "r-host-outside", By: privacy.AuthorityHost, Setting: client.SettingFormalEvent, Where: privacy.WherePlace, Lower: rapport.VisibilityOvert},
		},
		CovertAgreed: []rapport.ID{"ambassador-j"},
	}
}

func TestSmoke_EachCaseHasAPlanOnEachOfItsDays(t *testing.T) {
	briefs := map[string]func(int) plan.Brief{
		"family": func(int) plan.Brief { return privateFamily() }, "executive": reluctantExecutive, "diplomat": diplomat,
	}
	days := map[string][]int{"family": {0, 20}, "executive": {0, 1, 3, 17, 30, 31}, "diplomat": {0, 13, 14, 15}}
	for name, brief := range briefs {
		for _, n := range days[name] {
			assert.NotEmpty(t, compose(t, brief(n), day(n)).Entries, "%s, day %d", name, n)
		}
	}
}
