package privacy_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// The rungs, in short.
const (
	covert   = rapport.VisibilityCovert
	low      = rapport.VisibilityLowProfile
	ordinary = rapport.VisibilityOrdinary
	overt    = rapport.VisibilityOvert
)

func threat(kind client.ThreatKind, level rapport.Level, directness client.Directness, at ...client.Setting) client.Threat {
	return client.Threat{
		ID: rapport.ID("t-" + kind), Kind: kind, Level: level, Directness: directness, Settings: at,
		Assessor: client.AssessorOwnFirm, AssessedAt: noon.AddDate(0, 0, -20), ReviewOn: rapport.DateOf(noon).AddDays(20),
	}
}

func felt(element client.Element, at client.Setting, value int) client.Reaction {
	feeling, _ := rapport.FeelingOf(value)
	return client.Reaction{ID: rapport.ID("r-" + element), Element: element, Setting: at, Feeling: feeling, On: rapport.DateOf(noon).AddDays(-1)}
}

// person ranks privacy at the given place (1 to 4); 0 ranks nothing.
func person(privacyRank int, reactions ...client.Reaction) client.Profile {
	needs := []client.Need{client.NeedProtection, client.NeedAutonomy, client.NeedComfort}
	p := client.Profile{ID: "ms-a", Reactions: reactions}
	for i := range needs {
		if privacyRank == i+1 {
			p.Priorities = append(p.Priorities, []client.Need{client.NeedPrivacy})
		}
		p.Priorities = append(p.Priorities, []client.Need{needs[i]})
	}
	if privacyRank == 4 {
		p.Priorities = append(p.Priorities, []client.Need{client.NeedPrivacy})
	}
	return p
}

func doing(kind client.ActivityKind, at client.Setting) client.Activity {
	return client.Activity{ID: "outing", Kind: kind, Setting: at}
}

func withoutChildren(a client.Activity) client.Activity {
	a.Children = rapport.AnswerNo
	return a
}

func choose(t testing.TB, c privacy.Choice) privacy.Discretion {
	t.Helper()
	d, err := privacy.SelectDiscretion(c, noon)
	require.NoError(t, err)
	return d
}

func codes(d privacy.Discretion) []string {
	list := []string{}
	for _, r := range d.Reasons {
		list = append(list, strings.TrimPrefix(string(r.Code), "privacy/"))
	}
	return list
}

func TestWorkedCasesOfTheTrade(t *testing.T) {
	stalker := threat(client.ThreatStalking, rapport.LevelModerate, client.DirectnessDirect, client.SettingHome, client.SettingGym, client.SettingPublicEvent)
	noted := stalker
	noted.Contacts = []client.Contact{{ID: "note", Kind: client.ContactHandDelivery, At: noon.AddDate(0, 0, -1), Setting: client.SettingHome}}
	photographers := threat(client.ThreatMediaIntrusion, rapport.LevelModerate, client.DirectnessKnown)
	premiere := doing(client.ActivityPremiereOrAward, "")
	premiere.Crowd, premiere.Announced, premiere.Media = rapport.LevelHigh, rapport.AnswerYes, rapport.AnswerYes
	quietPremiere, secretPremiere := premiere, premiere
	quietPremiere.Crowd, secretPremiere.Announced = rapport.LevelNone, rapport.AnswerNo
	uniformHated := felt(client.ElementGuardPostUniform, client.SettingHome, -2)
	schoolRun := doing(client.ActivitySchoolRun, client.SettingSchool)
	schoolRun.Children = rapport.AnswerYes
	teenagers := doing(client.ActivityTeenOuting, client.SettingPublicPlace)
	teenagers.Children = rapport.AnswerYes

	for _, tt := range []struct {
		name        string
		choice      privacy.Choice
		near, place rapport.Visibility
	}{
		{"at the flat, after a uniform at the door felt like a prison",
			privacy.Choice{Profile: person(1, uniformHated), Activity: doing(client.ActivityHomeDay, ""), Threats: []client.Threat{stalker}}, low, low},
		{"at the flat, the day after a note was left at the door",
			privacy.Choice{Profile: person(1, uniformHated), Activity: doing(client.ActivityHomeDay, ""), Threats: []client.Threat{noted}}, low, ordinary},
		{"in the gym", privacy.Choice{Profile: person(1), Activity: doing(client.ActivityExercise, client.SettingGym), Threats: []client.Threat{stalker}}, low, low},
		{"at the premiere", privacy.Choice{Profile: person(1), Activity: premiere, Threats: []client.Threat{stalker}}, ordinary, overt},
		{"at the premiere, photographers or not",
			privacy.Choice{Profile: person(1), Activity: premiere, Threats: []client.Threat{stalker, photographers}}, ordinary, overt},
		{"at a premiere without a crowd", privacy.Choice{Profile: person(1), Activity: quietPremiere, Threats: []client.Threat{stalker}}, low, ordinary},
		{"at a premiere that nobody announced", privacy.Choice{Profile: person(1), Activity: secretPremiere, Threats: []client.Threat{stalker}}, low, ordinary},
		{"on the school run, with a familiar face",
			privacy.Choice{
				Profile: person(1, felt(client.ElementCloseOfficerSamePerson, client.SettingSchool, 3)), Activity: schoolRun, CovertAgreed: rapport.AnswerYes,
				Threats: []client.Threat{threat(client.ThreatKidnap, rapport.LevelLow, client.DirectnessKnown)},
			}, low, covert},
		{"on the school run, after the wealth is known",
			privacy.Choice{Profile: person(1), Activity: schoolRun, Threats: []client.Threat{threat(client.ThreatKidnap, rapport.LevelModerate, client.DirectnessDirect)}}, low, low},
		{"with teenage friends, agreed",
			privacy.Choice{Profile: person(0, felt(client.ElementCloseOfficerDarkSuitLook, client.SettingPublicPlace, -3)), Activity: teenagers, CovertAgreed: rapport.AnswerYes}, covert, covert},
		{"with teenage friends who mind no more",
			privacy.Choice{Profile: person(0, felt(client.ElementCloseOfficerDarkSuitLook, client.SettingPublicPlace, 0)), Activity: teenagers, CovertAgreed: rapport.AnswerYes}, low, low},
		{"on the commute with a following car that is disliked",
			privacy.Choice{
				Profile:  person(0, felt(client.ElementVehicleFollowingCar, client.SettingMovement, -3)),
				Activity: doing(client.ActivityCommute, ""), CovertAgreed: rapport.AnswerYes,
				Threats: []client.Threat{threat(client.ThreatStalking, rapport.LevelModerate, client.DirectnessDirect, client.SettingMovement)},
			}, low, low},
		{"in the mall", privacy.Choice{Profile: person(0), Activity: withoutChildren(doing(client.ActivityShopping, client.SettingRetailSite)),
			Threats: []client.Threat{threat(client.ThreatDisruptiveConduct, rapport.LevelModerate, client.DirectnessKnown)}}, ordinary, ordinary},
		{"at the gate, where search is a posted condition",
			privacy.Choice{Profile: person(0), Activity: doing(client.ActivityPublicAppearance, client.SettingVenueGate),
				Rules: []privacy.Rule{{ID: "posted", By: privacy.AuthorityVenue, Where: privacy.WhereBoth, Lower: overt}}}, overt, overt},
		{"at the meeting, with a protest outside",
			privacy.Choice{Profile: person(0), Activity: doing(client.ActivityBusinessMeeting, client.SettingFormalEvent),
				Threats: []client.Threat{threat(client.ThreatProtest, rapport.LevelModerate, client.DirectnessKnown, client.SettingFormalEvent)}}, low, low},
		{"on the walk", privacy.Choice{Profile: person(0), Activity: doing(client.ActivityWalkOrDog, client.SettingOnFoot)}, low, low},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := choose(t, tt.choice)
			require.NotEmpty(t, d.Near.Order)
			require.NotEmpty(t, d.Place.Order)
			assert.Equal(t, tt.near.String(), d.Near.Order[0].String(), "near: %v", d.Reasons)
			assert.Equal(t, tt.place.String(), d.Place.Order[0].String(), "place: %v", d.Reasons)
		})
	}
}

func TestBoundsNameWhatSetThem(t *testing.T) {
	direct := func(kind client.ThreatKind, level rapport.Level, at client.Setting) []client.Threat {
		return []client.Threat{threat(kind, level, client.DirectnessDirect, at)}
	}
	noUniform := func(strength client.Strength) client.Profile {
		p := person(0)
		p.Wishes = []client.Wish{{ID: "w-1", Kind: client.WishNoUniformAt, Setting: client.SettingHome, Strength: strength}}
		return p
	}
	approached := func(days int, at client.Setting) []client.Threat {
		list := direct(client.ThreatStalking, rapport.LevelLow, client.SettingHome)
		list[0].AssessedAt = noon.Add(-time.Hour)
		list[0].Contacts = []client.Contact{{ID: "c-1", Kind: client.ContactWaiting, At: noon.AddDate(0, 0, -days), Setting: at}}
		return list
	}
	atHome, inLobby := doing(client.ActivityHomeDay, client.SettingHome), doing(client.ActivityHomeDay, client.SettingResidentialLobby)
	type bounds = [2]rapport.Visibility
	any, yes := bounds{covert, overt}, rapport.AnswerYes

	for _, tt := range []struct {
		name        string
		choice      privacy.Choice
		near, place bounds
		subject     rapport.Path
	}{
		{"a moderate direct threat here wants somebody near enough", privacy.Choice{Profile: person(0), Activity: atHome, Threats: direct(client.ThreatHarassment, rapport.LevelModerate, client.SettingHome)}, bounds{low, ordinary}, bounds{low, overt}, "/threats/t-harassment"},
		{"the same threat elsewhere bounds nothing here", privacy.Choice{Profile: person(0), Activity: atHome, Threats: direct(client.ThreatHarassment, rapport.LevelModerate, client.SettingGym)}, bounds{covert, ordinary}, any, ""},
		{"a threat aimed at somebody else bounds nothing", func() privacy.Choice {
			c := privacy.Choice{Profile: person(0), Activity: atHome, Threats: direct(client.ThreatHarassment, rapport.LevelModerate, client.SettingHome)}
			c.Threats[0].Aimed = []rapport.ID{"mr-b"}
			return c
		}(), bounds{covert, ordinary}, any, ""},
		{"a high threat that can be put off makes the place visible", privacy.Choice{Profile: person(0), Activity: atHome, Threats: direct(client.ThreatIntrusion, rapport.LevelHigh, client.SettingHome)}, bounds{low, ordinary}, bounds{ordinary, overt}, "/threats/t-intrusion"},
		{"a high threat drawn by visibility keeps everything unmarked", privacy.Choice{Profile: person(0), Activity: atHome, Threats: []client.Threat{threat(client.ThreatKidnap, rapport.LevelHigh, client.DirectnessKnown, client.SettingHome)}}, bounds{covert, ordinary}, bounds{covert, ordinary}, "/threats/t-kidnap"},
		{"a severe one forbids no marked protection, though nothing pushes there", privacy.Choice{Profile: person(0), Activity: atHome, Threats: []client.Threat{threat(client.ThreatKidnap, rapport.LevelSevere, client.DirectnessKnown, client.SettingHome)}}, bounds{covert, ordinary}, any, ""},
		{"an approach in the lobby makes the home's door visible", privacy.Choice{Profile: person(0), Activity: atHome, Threats: approached(13, client.SettingResidentialLobby)}, bounds{covert, ordinary}, bounds{ordinary, overt}, "/threats/t-stalking"},
		{"an approach at the flat makes the lobby visible", privacy.Choice{Profile: person(0), Activity: inLobby, Threats: approached(13, client.SettingHome)}, bounds{covert, ordinary}, bounds{ordinary, overt}, "/threats/t-stalking"},
		{"an approach more than 14 days ago bounds nothing", privacy.Choice{Profile: person(0), Activity: atHome, Threats: approached(15, client.SettingHome)}, bounds{covert, ordinary}, any, ""},
		{"a playground stays unmarked, and its gate may be guarded", privacy.Choice{Profile: person(0), Activity: doing(client.ActivityFamilyTime, client.SettingPlayground)}, bounds{covert, low}, bounds{covert, ordinary}, "/activity/setting"},
		{"a direct threat that nobody near can help against bounds nothing", privacy.Choice{Profile: person(0), Activity: atHome, Threats: direct(client.ThreatInformationLeak, rapport.LevelHigh, client.SettingHome)}, bounds{covert, ordinary}, any, ""},
		{"a strong wish bars the overt rung", privacy.Choice{Profile: noUniform(client.StrengthStrong), Activity: atHome}, bounds{covert, ordinary}, bounds{covert, ordinary}, "/profile/wishes/w-1"},
		{"a mild wish does not", privacy.Choice{Profile: noUniform(client.StrengthWish), Activity: atHome}, bounds{covert, ordinary}, any, ""},
		{"a rule of the host bounds its own ladder", privacy.Choice{Profile: person(0), Activity: doing(client.ActivityFormalDinner, client.SettingFormalEvent), Rules: []privacy.Rule{{ID: "house", By: privacy.AuthorityHost, Setting: client.SettingEvent, Where: privacy.WhereNear, Upper: low}}}, bounds{covert, low}, any, "/rules/house"},
		{"worry alone bounds nothing", func() privacy.Choice {
			p := person(0)
			p.Concerns = []client.Concern{{ID: "worry", Kind: client.ConcernStalking, Emotion: rapport.LevelSevere}}
			return privacy.Choice{Profile: p, Activity: doing(client.ActivityWalkOrDog, client.SettingOnFoot)}
		}(), any, any, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.choice.CovertAgreed = yes
			d := choose(t, tt.choice)
			assert.Equal(t, tt.near, bounds{d.Near.Lower, d.Near.Upper}, "near %v", d.Near)
			assert.Equal(t, tt.place, bounds{d.Place.Lower, d.Place.Upper}, "place %v", d.Place)
			named := false
			for _, r := range d.Reasons {
				isBound := r.Code == privacy.CodeBoundLower || r.Code == privacy.CodeBoundUpper
				named = named || isBound && r.Subject == tt.subject
			}
			assert.Equal(t, tt.subject != "", named, "%v", d.Reasons)
		})
	}
}

func TestCovertNeedsTheWordOfThePerson(t *testing.T) {
	c := privacy.Choice{Profile: person(0), Activity: doing(client.ActivityWalkOrDog, client.SettingOnFoot)}
	assert.NotContains(t, choose(t, c).Near.Order, covert)
	assert.Contains(t, codes(choose(t, c)), "covert-not-agreed")
	c.CovertAgreed = rapport.AnswerYes
	assert.Contains(t, choose(t, c).Near.Order, covert)
	assert.NotContains(t, codes(choose(t, c)), "covert-not-agreed")
}

func TestContradictingBoundsLeaveNoRungAndSaySo(t *testing.T) {
	d := choose(t, privacy.Choice{Profile: person(0), Activity: doing(client.ActivitySchoolDay, client.SettingSchool), Rules: []privacy.Rule{
		{ID: "law", By: privacy.AuthorityLaw, Where: privacy.WhereNear, Lower: overt},
	}})
	assert.Empty(t, d.Near.Order)
	assert.NotNil(t, d.Near.Order)
	assert.NotEmpty(t, d.Place.Order)
	assert.Equal(t, privacy.CodeBoundsContradict, d.Reasons[slices.IndexFunc(d.Reasons, func(r rapport.Reason) bool {
		return r.Code == privacy.CodeBoundsContradict && r.Weight == -3
	})].Code)
}

func TestASmallChangeKeepsARecentChoice(t *testing.T) {
	c := privacy.Choice{
		Profile: person(0), Activity: doing(client.ActivityPublicAppearance, client.SettingPublicEvent),
		Last: privacy.Last{Near: ordinary, Place: ordinary, Since: noon.Add(-47 * time.Hour)},
	}
	c.Activity.Media = rapport.AnswerNo
	assert.Equal(t, ordinary, choose(t, c).Near.Order[0], "one slight push is not enough to step down again")
	assert.Contains(t, codes(choose(t, c)), "kept-last")
	c.Last.Since = noon.Add(-48 * time.Hour)
	assert.Equal(t, low, choose(t, c).Near.Order[0], "after 48 hours the choice is made anew")
	c.Last.Since = noon.Add(-time.Hour)
	c.Profile = person(1)
	assert.Equal(t, low, choose(t, c).Near.Order[0], "a clear push counts at once")
	c.Profile = person(0)
	c.Rules = []privacy.Rule{{ID: "host", By: privacy.AuthorityHost, Where: privacy.WhereBoth, Upper: low}}
	assert.Equal(t, low, choose(t, c).Near.Order[0], "no earlier choice goes against a bound")
}

func TestAStepUpIsTakenAtOnceAndAStepDownWaits(t *testing.T) {
	c := privacy.Choice{
		Profile: person(0), Activity: doing(client.ActivityWalkOrDog, client.SettingOnFoot),
		Last: privacy.Last{Near: low, Place: low, Since: noon.Add(-time.Hour)},
	}
	c.Activity.Crowd = rapport.LevelHigh
	assert.Equal(t, ordinary, choose(t, c).Near.Order[0], "a dense crowd calls for more, however recent the last choice")
	assert.NotContains(t, codes(choose(t, c)), "kept-last")
	c.Last.Near, c.Last.Place = ordinary, ordinary
	c.Profile = person(2)
	assert.Equal(t, ordinary, choose(t, c).Near.Order[0], "and one slight push does not undo it within two days")
	assert.Contains(t, codes(choose(t, c)), "kept-last")
	c.Last = privacy.Last{}
	assert.Equal(t, low, choose(t, c).Near.Order[0], "where nothing was chosen before, it decides")
}

func TestReassuranceStopsAStepDown(t *testing.T) {
	c := privacy.Choice{
		Profile: person(1, felt(client.ElementCloseOfficerDarkSuitLook, client.SettingRetailSite, 2)), Activity: withoutChildren(doing(client.ActivityShopping, client.SettingRetailSite)),
		Threats: []client.Threat{threat(client.ThreatStreetCrime, rapport.LevelModerate, client.DirectnessKnown, client.SettingRetailSite)},
	}
	d := choose(t, c)
	assert.Equal(t, ordinary, d.Near.Order[0])
	assert.Contains(t, codes(d), "reassured")
	c.Profile.Reactions = append(c.Profile.Reactions, felt(client.ElementCloseOfficerNumber, client.SettingRetailSite, -2))
	assert.Equal(t, low, choose(t, c).Near.Order[0], "what would be seen with it is clearly minded")
	c.Profile.Reactions = c.Profile.Reactions[:1]
	c.Profile.Reactions[0].Feeling = rapport.FeelingNeutral
	assert.Equal(t, low, choose(t, c).Near.Order[0])
}

func TestVigilanceFollowsTheThreatAlone(t *testing.T) {
	c := privacy.Choice{Profile: person(1), Activity: doing(client.ActivityHomeDay, "")}
	assert.Equal(t, privacy.VigilanceAttentive, choose(t, c).Vigilance, "nobody has looked")
	for level, want := range map[rapport.Level]privacy.Vigilance{
		rapport.LevelNone: privacy.VigilanceRelaxed, rapport.LevelLow: privacy.VigilanceAttentive, rapport.LevelModerate: privacy.VigilanceAttentive,
		rapport.LevelHigh: privacy.VigilanceHeightened, rapport.LevelSevere: privacy.VigilanceHeightened,
	} {
		c.Threats = []client.Threat{threat(client.ThreatKidnap, level, client.DirectnessKnown, client.SettingHome)}
		assert.Equal(t, want, choose(t, c).Vigilance, level.String())
	}
	c.Threats[0].Level, c.Threats[0].Aimed = rapport.LevelHigh, []rapport.ID{"mr-b"}
	assert.Equal(t, privacy.VigilanceAttentive, choose(t, c).Vigilance, "what is aimed at others says that nobody has looked for her")
	c.Danger = rapport.AnswerYes
	assert.Equal(t, privacy.VigilanceHeightened, choose(t, c).Vigilance)
	assert.Contains(t, codes(choose(t, c)), "vigilance-danger")
}

func TestWhatIsNoticedBesideThePersonSaysNothingAboutThePlace(t *testing.T) {
	outing := doing(client.ActivityShopping, client.SettingRetailSite)
	outing = withoutChildren(outing)
	crime := []client.Threat{threat(client.ThreatStreetCrime, rapport.LevelModerate, client.DirectnessKnown, client.SettingRetailSite)}
	for _, tt := range []struct {
		name        string
		element     client.Element
		near, place rapport.Visibility
	}{
		{"an officer too close is minded beside the person alone", client.ElementCloseOfficerDistanceNear, low, ordinary},
		{"a camera at the door is minded at the place alone", client.ElementCameraOutside, ordinary, low},
		{"a uniform is minded wherever it stands", client.ElementGuardPostUniform, low, low},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := choose(t, privacy.Choice{Profile: person(0, felt(tt.element, client.SettingRetailSite, -2)), Activity: outing, Threats: crime})
			assert.Equal(t, tt.near.String(), d.Near.Order[0].String())
			assert.Equal(t, tt.place.String(), d.Place.Order[0].String())
		})
	}
}

func TestPlaceHourAndCustomPushAndAreNamed(t *testing.T) {
	for _, tt := range []struct {
		name    string
		around  privacy.Around
		driver  string
		subject rapport.Path
		up      bool
	}{
		{"a dark street", privacy.Around{Dark: rapport.AnswerYes}, "dark-and-empty", "/around/dark", true},
		{"a host who minds", privacy.Around{HostMinds: rapport.AnswerYes}, "host-minds", "/around/host_minds", false},
		{"an escort that shows rank", privacy.Around{RankShown: rapport.AnswerYes}, "rank-is-shown", "/around/rank_shown", true},
		{"a room for women", privacy.Around{OneSex: rapport.AnswerYes}, "one-sex-room", "/around/one_sex", false},
		{"feeling unsafe", privacy.Around{Felt: rapport.FeelingMinus2}, "felt-unsafe", "/around/felt", true},
		{"feeling safe", privacy.Around{Felt: rapport.FeelingPlus1}, "felt-safe", "/around/felt", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := privacy.Choice{Profile: person(0), Activity: doing(client.ActivityWalkOrDog, client.SettingOnFoot), Around: tt.around}
			want := privacy.CodePushesLessVisible
			if tt.up {
				want = privacy.CodePushesMoreVisible
			}
			assert.True(t, slices.ContainsFunc(choose(t, c).Reasons, func(r rapport.Reason) bool {
				return r.Code == want && r.Subject == tt.subject && slices.Contains(r.Args, tt.driver)
			}))
			c.Around = privacy.Around{}
			assert.False(t, slices.ContainsFunc(choose(t, c).Reasons, func(r rapport.Reason) bool { return r.Subject == tt.subject }))
		})
	}
	shamed := privacy.Choice{Profile: person(0), Activity: doing(client.ActivityHomeDay, ""), Around: privacy.Around{Alarms: rapport.AnswerYes}, Sensitivity: rapport.LevelSevere}
	for _, subject := range []rapport.Path{"/around/alarms", "/sensitivity"} {
		assert.True(t, slices.ContainsFunc(choose(t, shamed).Reasons, func(r rapport.Reason) bool { return r.Subject == subject }), "%s", subject)
	}
}

func TestDangerOverridesEveryUpperBoundButTheLaw(t *testing.T) {
	c := privacy.Choice{Profile: person(1), Activity: doing(client.ActivitySchoolDay, client.SettingSchool), Rules: []privacy.Rule{
		{ID: "house", By: privacy.AuthorityHost, Where: privacy.WhereBoth, Upper: low},
	}}
	calm := choose(t, c)
	assert.Equal(t, low, calm.Near.Upper)
	assert.NotContains(t, codes(calm), "danger-overrides")
	c.Danger = rapport.AnswerYes
	d := choose(t, c)
	assert.Equal(t, overt, d.Near.Upper)
	assert.Equal(t, privacy.VigilanceHeightened, d.Vigilance)
	assert.Contains(t, codes(d), "danger-overrides")
	assert.Contains(t, codes(d), "bound-yields", "and says what gives way")
	c.Rules[0].By = privacy.AuthorityLaw
	assert.Equal(t, low, choose(t, c).Near.Upper, "the law does not give way")
	shop := privacy.Choice{
		Profile: person(1), Activity: withoutChildren(doing(client.ActivityShopping, client.SettingRetailSite)),
		Threats: []client.Threat{threat(client.ThreatStreetCrime, rapport.LevelModerate, client.DirectnessKnown, client.SettingRetailSite)},
	}
	assert.Equal(t, low, choose(t, shop).Near.Order[0])
	shop.Danger = rapport.AnswerYes
	assert.Equal(t, ordinary, choose(t, shop).Near.Order[0], "nobody holds back because somebody would rather not be seen with them")
	c.Danger = rapport.AnswerUnsaid
	assert.Equal(t, calm.Near, choose(t, c).Near, "danger that nobody asserts overrides nothing")
}

func TestAChoiceThatIsNotInOrderIsRefusedWithEveryPlace(t *testing.T) {
	c := privacy.Choice{
		Profile:  client.Profile{ID: "ms-a", Wishes: []client.Wish{{ID: "w", Kind: "no-such-wish", Strength: client.StrengthWish}}},
		Activity: client.Activity{ID: "outing", Kind: "no-such-kind"},
		Threats:  []client.Threat{{ID: "t", Kind: "no-such-threat"}},
		Rules:    []privacy.Rule{{ID: "r", By: privacy.AuthorityLaw, Where: privacy.WhereNear, Lower: overt, Upper: low}, {ID: "r", By: 9, Setting: "no-such-place"}},
		Last:     privacy.Last{Near: 99, Place: 77, Since: noon.Add(time.Hour)},
	}
	c.CovertAgreed, c.Danger, c.Sensitivity = 99, 99, 99
	c.Around = privacy.Around{Dark: 99, HostMinds: 99, RankShown: 99, Alarms: 99, OneSex: 99, Felt: 99}
	_, err := privacy.SelectDiscretion(c, noon)
	var places []string
	for _, p := range rapport.Problems(err) {
		places = append(places, string(p.Pointer)+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"/activity/kind rapport/unknown-word", "/around/alarms rapport/out-of-range", "/around/dark rapport/out-of-range",
		"/around/felt rapport/out-of-range", "/around/host_minds rapport/out-of-range", "/around/one_sex rapport/out-of-range",
		"/around/rank_shown rapport/out-of-range", "/covert_agreed rapport/out-of-range", "/danger rapport/out-of-range", "/last/near rapport/out-of-range",
		"/last/place rapport/out-of-range", "/last/since rapport/after-moment", "/profile/wishes/0/kind rapport/unknown-word",
		"/rules/0/lower privacy/contradicts-itself", "/rules/1/by rapport/out-of-range", "/rules/1/id rapport/duplicate-id",
		"/rules/1/lower rapport/required", "/rules/1/setting rapport/unknown-word", "/rules/1/where rapport/required",
		"/sensitivity rapport/out-of-range",
		"/threats/0/kind rapport/unknown-word",
	}, places)
	_, err = privacy.SelectDiscretion(privacy.Choice{Profile: person(0), Activity: doing(client.ActivityHomeDay, "")}, time.Time{})
	assert.True(t, rapport.HasCode(err, rapport.CodeNoMoment))
}
