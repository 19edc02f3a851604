package plan

import (
	"github.com/rapport-go/rapport"
)

// check notes words that are not known, IDs that point to nobody, works and signs that are not for whom they
// name, and days after the moment. Of what is outside its grammar enough is said.
func (w *watching) check(f *rapport.Faults) {
	for i, d := range w.watch.Done {
		at := rapport.Pointer("/done").Index(i)
		w.checkWork(f, at, d.Work, d.For)
		w.checkPast(f, at.Child("on"), d.On)
	}
	for i, h := range w.watch.Happened {
		at := rapport.Pointer("/happened").Index(i)
		checkWord(f, at.Child("what"), h.What, w.table().happening)
		w.checkFor(f, at, h.For)
		w.checkPast(f, at.Child("on"), h.On)
	}
	for i, x := range w.watch.Findings {
		w.checkFinding(f, rapport.Pointer("/findings").Index(i), x)
	}
	for i, o := range w.watch.Signs {
		w.checkSign(f, rapport.Pointer("/signs").Index(i), o)
	}
	for i, x := range w.watch.Waived {
		w.checkWork(f, rapport.Pointer("/waived").Index(i), x.Work, x.For)
	}
}

func (w *watching) checkFinding(f *rapport.Faults, at rapport.Pointer, x Finding) {
	if x.Work != "" {
		w.checkWork(f, at, x.Work, x.For)
	} else {
		w.checkFor(f, at, x.For)
	}
	if x.Role != "" {
		checkWord(f, at.Child("role"), x.Role, w.client.Role)
	}
	w.checkPast(f, at.Child("found"), x.Found)
	w.checkPast(f, at.Child("fixed"), x.Fixed)
}

func (w *watching) checkSign(f *rapport.Faults, at rapport.Pointer, o Observed) {
	checkWord(f, at.Child("sign"), o.Sign, w.table().sign)
	if entry, known := w.table().sign(o.Sign); w.checkFor(f, at, o.For) && known && !entry.fits(w.targetOf(o.For).whom) {
		f.Coded(at.Child("for"), codeEntry(CodeForAnother))
	}
	if o.At.After(w.at) {
		f.AfterMoment(at.Child("at"))
	}
	w.checkPast(f, at.Child("dealt"), o.Dealt)
	w.checkPast(f, at.Child("answered"), o.Answered)
	seen := w.day(o.At)
	faultOrder(f, at.Child("dealt"), seen, o.Dealt)
	faultOrder(f, at.Child("answered"), seen, o.Answered)
}

// checkWork notes a work that is not known, and one that is not done for whom it names.
func (w *watching) checkWork(f *rapport.Faults, at rapport.Pointer, word Work, id rapport.ID) {
	checkWord(f, at.Child("work"), word, w.table().work)
	if entry, known := w.table().work(word); w.checkFor(f, at, id) && known && !entry.fits(w.targetOf(id).whom) {
		f.Coded(at.Child("for"), codeEntry(CodeForAnother))
	}
}

// checkFor notes somebody who is not in the watch, and says whether all is in order.
func (w *watching) checkFor(f *rapport.Faults, at rapport.Pointer, id rapport.ID) bool {
	switch {
	case id == "":
		return true
	case !id.Valid():
		return false
	case w.targetOf(id).whom == WhomUnknown:
		f.UnknownID(at.Child("for"))
		return false
	}
	return true
}

// checkPast notes a day that lies after the moment.
func (w *watching) checkPast(f *rapport.Faults, at rapport.Pointer, day rapport.Date) {
	if day.Compare(w.today) > 0 {
		f.AfterMoment(at)
	}
}

// fits says whether a work may be done for somebody: what is done for a household may name a person of it.
func (e WorkEntry) fits(whom Whom) bool {
	site := false
	person := false
	for _, x := range e.For {
		site = site || x == WhomSite
		person = person || x != WhomSite
	}
	switch whom {
	case WhomSite:
		return site
	case WhomPerson:
		return person
	default:
		return true
	}
}
