package plan_test

import (
	"fmt"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// dice is a small linear congruential generator, so that every machine draws the same briefs.
type dice uint64

func (d *dice) below(n int) int {
	*d = *d*6364136223846793005 + 1442695040888963407
	return int(uint64(*d>>33) % uint64(n))
}

func pick[T any](d *dice, list []T) T { return list[d.below(len(list))] }

func shuffle[T any](d *dice, list []T) []T {
	list = slices.Clone(list)
	for i := len(list) - 1; i > 0; i-- {
		j := d.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// anyBrief draws a household or a site with threats, feelings, wishes and measures in force.
func anyBrief(seed int) plan.Brief {
	d := dice(seed*7919 + 17)
	d.below(2)
	standard, measures := client.Standard(), plan.Standard().Measures
	levels := []rapport.Level{rapport.LevelUnknown, rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh, rapport.LevelSevere}
	b := plan.Brief{Mandate: client.Mandate{Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "lead"}}}}
	for i := range 1 + d.below(3) {
		p := client.Profile{ID: rapport.ID(fmt.Sprint("p-", i)), Minor: pick(&d, []rapport.Answer{rapport.AnswerUnsaid, rapport.AnswerNo, rapport.AnswerYes})}
		p.Priorities = [][]client.Need{{pick(&d, []client.Need{client.NeedPrivacy, client.NeedAutonomy, client.NeedComfort, client.NeedProtection})}}
		for j := range d.below(4) {
			a := client.Activity{ID: rapport.ID(fmt.Sprint("a-", j)), Kind: pick(&d, standard.Activities).ID, Announced: pick(&d, []rapport.Answer{rapport.AnswerUnsaid, rapport.AnswerYes})}
			p.Activities = append(p.Activities, a)
		}
		for j := range d.below(4) {
			p.Reactions = append(p.Reactions, client.Reaction{ID: rapport.ID(fmt.Sprint("r-", j)), Element: pick(&d, standard.Elements).ID, Setting: pick(&d, standard.Settings).ID, Feeling: mustFeel(d.below(7) - 3), On: on(-d.below(30))})
		}
		for j := range d.below(3) {
			p.Wishes = append(p.Wishes, client.Wish{ID: rapport.ID(fmt.Sprint("w-", j)), Kind: pick(&d, standard.Wishes).ID, Strength: client.Strength(1 + d.below(3)), On: on(-d.below(30))})
		}
		for j := range d.below(3) {
			p.Concerns = append(p.Concerns, client.Concern{ID: rapport.ID(fmt.Sprint("c-", j)), Kind: pick(&d, standard.Concerns).ID, Emotion: pick(&d, levels)})
		}
		b.People = append(b.People, p)
		if d.below(2) == 0 {
			b.CovertAgreed = append(b.CovertAgreed, p.ID)
		}
	}
	if d.below(3) == 0 {
		b.Sites = []client.Site{{ID: "s-0", Setting: client.SettingRetailSite}}
	}
	for i := range d.below(4) {
		t := aThreat(rapport.ID(fmt.Sprint("t-", i)), pick(&d, standard.Threats).ID, pick(&d, levels))
		for j := range d.below(2) {
			t.Contacts = append(t.Contacts, client.Contact{ID: rapport.ID(fmt.Sprint("k-", j)), Kind: pick(&d, standard.Contacts).ID, At: day(-d.below(20)), Setting: pick(&d, standard.Settings).ID})
		}
		b.Threats = append(b.Threats, t)
	}
	for i := range d.below(4) {
		b.InForce = append(b.InForce, plan.InForce{ID: rapport.ID(fmt.Sprint("i-", i)), Measure: pick(&d, measures).ID})
	}
	for _, c := range plan.Standard().Conditions {
		if d.below(2) == 0 {
			b.Facts = append(b.Facts, plan.Fact{Condition: c.ID})
		}
	}
	return decided(&d, b)
}

// decided draws what people of a brief refused and let protection take, what the law says, whom the firm
// knows, and when what is in force was done.
func decided(d *dice, b plan.Brief) plan.Brief {
	standard, measures := client.Standard(), plan.Standard().Measures
	levels := []rapport.Level{rapport.LevelUnknown, rapport.LevelNone, rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh}
	for i := range b.InForce {
		if d.below(2) == 0 {
			b.InForce[i].Since = day(-d.below(500))
		}
	}
	for i, p := range b.People {
		for j := range d.below(3) {
			r := plan.Refusal{ID: rapport.ID(fmt.Sprint("n-", i, "-", j)), Person: p.ID, By: []rapport.ID{p.ID, "lead"}, On: on(-d.below(10)), Until: on(1 + d.below(20))}
			if d.below(3) == 0 {
				r.Kind = plan.RowKind(1 + d.below(int(plan.RowKindWish)))
			} else {
				r.Measure = pick(d, measures).ID
			}
			if len(p.Activities) > 0 && d.below(3) == 0 {
				r.Activity = p.Activities[0].ID
			}
			b.Refusals = append(b.Refusals, r)
		}
		if d.below(4) == 0 {
			b.Ceilings = append(b.Ceilings, plan.Ceiling{Person: p.ID, Most: plan.Intrusion{Movement: pick(d, levels), Social: pick(d, levels), Time: pick(d, levels), Privacy: pick(d, levels)}})
		}
	}
	for range d.below(5) {
		b.Law = append(b.Law, plan.LawAnswer{Law: pick(d, plan.Standard().Laws).ID, Setting: pick(d, []client.Setting{"", client.SettingHome, client.SettingPublicPlace}), Answer: pick(d, []rapport.Answer{rapport.AnswerUnsaid, rapport.AnswerNo, rapport.AnswerYes})})
	}
	for i := range d.below(4) {
		b.Liaisons = append(b.Liaisons, metOn(rapport.ID(fmt.Sprint("l-", i)), pick(d, standard.Roles).ID, on(-d.below(200))))
	}
	return b
}
