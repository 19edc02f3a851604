package privacy_test

import (
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
