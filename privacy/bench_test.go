package privacy_test

import (
	"fmt"
	"testing"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

func BenchmarkDecide(b *testing.B) {
	r := request(client.RoleDriver, client.CategoryMovement, privacy.PurposeMove)
	reg := registerOf(r, "assigned", "on-activity", "consent")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (privacy.Policy{}).Decide(r, reg, noon); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDesk(b *testing.B) {
	r := request(client.RoleDriver, client.CategoryMovement, privacy.PurposeMove)
	reg := registerOf(r, "assigned", "on-activity", "consent")
	for i := range 1000 { // others, about whom nobody asks
		reg.Assignments = append(reg.Assignments, privacy.Assignment{ID: rapport.ID(fmt.Sprint("other-", i)), Person: rapport.ID(fmt.Sprint("p-", i)), Role: client.RoleDriver, Principal: rapport.ID(fmt.Sprint("c-", i)), Span: today()})
	}
	for _, n := range []int{0, 60, 600, 6000} {
		policy, _ := manyRules(b, n)
		b.Run(fmt.Sprintf("rules=standard+%d", n), func(b *testing.B) {
			desk, err := policy.Desk(reg)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := desk.Decide(r, noon); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	desk := standardPolicyDesk(b, reg)
	b.Run("two guardians", func(b *testing.B) {
		r := school(client.CategoryChildren)
		reg := registerOf(r, "named", "minor")
		reg.Relations = guardians(map[rapport.ID]rapport.Answer{"mother": rapport.AnswerYes, "father": rapport.AnswerYes})
		reg.Consents = []privacy.Consent{agreedBy(r, "mother"), agreedBy(r, "father", privacy.GrainAction)}
		desk := standardPolicyDesk(b, reg)
		b.ReportAllocs()
		for b.Loop() {
			if _, err := desk.Decide(r, noon); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("explain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := desk.Explain(r, noon); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("build", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := (privacy.Policy{}).Desk(reg); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkDecideUndecided(b *testing.B) {
	r := request(client.RoleGuardian, client.CategoryMedical, privacy.PurposeInform)
	reg := privacy.Register{
		Subjects: []privacy.Subject{{ID: "ms-a"}},
		Relations: []privacy.Relation{
			{ID: "g", Kind: privacy.AtomGuardian, Person: "asker", Principal: "ms-a"},
			{ID: "c", Kind: privacy.AtomOfConcern, Person: "asker", Principal: "ms-a"},
		},
	}
	for _, kind := range []privacy.Atom{
		privacy.AtomImminentDanger, privacy.AtomMedicalEmergency, privacy.AtomLegalCompulsion, privacy.AtomChecked,
		privacy.AtomApproved, privacy.AtomAfterEnd, privacy.AtomLeaver, privacy.AtomUnderInvestigation,
	} {
		reg.Circumstances = append(reg.Circumstances, privacy.Circumstance{ID: rapport.ID(kind.String()), Kind: kind, Principal: "ms-a", Person: "asker"})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (privacy.Policy{}).Decide(r, reg, noon); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSelectDiscretion(b *testing.B) {
	c := privacy.Choice{
		Profile: person(1, felt(client.ElementGuardPostUniform, client.SettingHome, -2)), Activity: doing(client.ActivityHomeDay, ""),
		Threats: []client.Threat{threat(client.ThreatStalking, rapport.LevelModerate, client.DirectnessDirect)},
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := privacy.SelectDiscretion(c, noon); err != nil {
			b.Fatal(err)
		}
	}
}
