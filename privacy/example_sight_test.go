package privacy_test

import (
	"fmt"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

var monday = time.Date(2027, time.February, 15, 9, 0, 0, 0, time.UTC)

// inTheGym is Ms A, of case O1, at the place where the writer was seen.
func inTheGym() privacy.Choice {
	return privacy.Choice{
		Profile:  client.Profile{ID: "ms-a", Priorities: [][]client.Need{{client.NeedPrivacy}, {client.NeedProtection}}},
		Activity: client.Activity{ID: "gym", Kind: client.ActivityExercise, Setting: client.SettingGym},
		Threats: []client.Threat{{
			ID: "writer", Kind: client.ThreatStalking, Level: rapport.LevelModerate, Directness: client.DirectnessDirect,
			AssessedAt: monday.Add(-time.Hour), ReviewOn: rapport.MustDate("2027-02-28"), Settings: []client.Setting{client.SettingGym},
		}},
	}
}

// What to wear in the gym at the rung that was chosen.
func ExampleSelector_CarryOut() {
	tactics, err := privacy.Selector{}.CarryOut(privacy.Manner{Choice: inTheGym(), Near: rapport.VisibilityLowProfile}, monday)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, group := range tactics.Groups[:2] {
		for _, tactic := range group.Tactics {
			fmt.Println(group.Kind, tactic.Tags, tactic.Do)
		}
	}
	// Output:
	// attire [blends plain-clothes] Wear worn-in sports clothes and train, as members do.
	// vehicle [unmarked-vehicle] Come early and park an ordinary car where visitors park, turned for leaving.
}

// She has not said how near company may be, so it would be the plain distance; the writer brings it nearer.
func ExampleSelector_KeepDistance() {
	off, err := privacy.Selector{}.KeepDistance(privacy.Distance{Choice: inTheGym()}, monday)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("wish:", off.WishText)
	fmt.Println("keep:", off.Text, "until", off.Until)
	// Output:
	// wish: the entrance of the gym
	// keep: the other end of the room until 2027-02-28
}

// An angry stranger walks up. Of two positions in time, the one that leaves her more room is the better one.
func ExampleSelector_Positions() {
	posting := privacy.Posting{
		Distance: privacy.Distance{Choice: inTheGym()}, Need: privacy.NeedWalkingUp,
		Positions: []privacy.Position{
			{ID: "next-machine", Distance: 200, Watching: rapport.AnswerYes},
			{ID: "far-wall", Distance: 900, Watching: rapport.AnswerYes},
			{ID: "street", Distance: 4000, Watching: rapport.AnswerYes, Doors: 1},
		},
	}
	answer, err := privacy.Selector{}.Positions(posting, monday)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("best:", answer.Best)
	for _, fit := range answer.Fits {
		fmt.Println(fit.Position, "in time:", fit.InTime, "keeps the distance:", fit.Keeps)
	}
	// Output:
	// best: far-wall
	// far-wall in time: yes keeps the distance: yes
	// next-machine in time: yes keeps the distance: no
	// street in time: no keeps the distance: yes
}

// The button was last tried out nine days ago, so it does not count before she has pressed it again.
func ExampleSelector_Reach() {
	r, err := privacy.Selector{}.Reach(privacy.Call{Near: rapport.VisibilityCovert, Links: []privacy.Link{{
		ID: "watch", Channel: privacy.ChannelWearableButton, Answers: client.RoleProtectionOfficer,
		Voice: 10, Body: 50, Tested: rapport.MustDate("2027-02-06"),
	}}}, monday)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("reachable now:", r.Now)
	for _, reason := range r.Reasons {
		fmt.Println(reason.Text)
	}
	// Output:
	// reachable now: no
	// Now the person cannot count on reaching anybody without somebody beside them.
	// The person has not tried it out lately: A button on a watch or a key ring.
}

// Talk stops when an officer comes in, and the camera in the hall is minded: hearing comes first, since it
// takes least from the protection.
func ExampleSelector_FeelsWatched() {
	answer, err := privacy.Selector{}.FeelsWatched(privacy.Watch{
		Profile: client.Profile{ID: "ms-a", Reactions: []client.Reaction{{
			ID: "r-hall", Element: client.ElementCameraInside, Setting: client.SettingHome,
			Feeling: rapport.FeelingMinus2, On: rapport.MustDate("2027-02-12"),
		}}},
		Shown: []privacy.Shown{{Element: client.ElementCameraInside, Setting: client.SettingHome}},
		Signs: []client.Interaction{{ID: "i-1", Kind: client.InteractionFallsSilentWhenWeEnter, On: rapport.MustDate("2027-02-14")}},
	}, monday)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(answer.Level, "review by", answer.ReviewBy)
	for _, change := range answer.Changes {
		fmt.Println(change.Relief+":", change.Do)
	}
	// Output:
	// high review by 2027-02-22
	// hearing: Go out of hearing: the door, the corridor or the garden in place of the room.
	// cameras: Take cameras out of the rooms, or give the person the switch; show what is recorded and for how long.
}

// The uniform at the door comes off, and its work is done in other ways.
func ExampleSelector_StepDown() {
	home := inTheGym()
	home.Activity = client.Activity{ID: "at-home", Kind: client.ActivityHomeDay}
	step, err := privacy.Selector{}.StepDown(privacy.Descent{Choice: home, Where: privacy.WherePlace, From: rapport.VisibilityOvert}, monday)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("next:", step.To)
	for _, replace := range step.Replace {
		fmt.Printf("%s: %s\n", replace.Function, replace.By)
	}
	// Output:
	// next: ordinary
	// the barrier at the door: control of door and lobby, a camera outside, an officer in a room nearby, and a recognition sheet at the desk
	// putting off whoever looks for an easy target: lighting, signs of the building's own security, a reception that is seen to look, and varied timing
}

// How is privacy kept here? The answer says what is done, and where it gives way.
func ExampleSelector_HowKept() {
	kept, err := privacy.Selector{}.HowKept(privacy.Question{
		Manner:    privacy.Manner{Choice: inTheGym(), Near: rapport.VisibilityLowProfile},
		Assurance: privacy.Policy{}.Assurance(),
	}, monday)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, sentence := range kept.Sentences[:7] {
		fmt.Println(sentence.Text)
	}
	// Output:
	// Somebody whom we introduce to you is near you, and looks like company, not like a guard.
	// Our people look much like the others there.
	// Our people come without marked cars.
	// We do not confirm to the press or to strangers that you are our client.
	// When somebody leaves, their access ends within the hour, and the codes they knew are changed that day.
	// Each time something is passed on it is written down, and you can have the list.
	// If something happens we come close, we may take your arm, and we may come into the room. When it is over we say so and step back.
}
