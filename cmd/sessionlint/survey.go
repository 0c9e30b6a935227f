package main

import (
	"cmp"
	"fmt"

	"github.com/sessionlint/sessionlint/internal/assess"
	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/driver"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/report"
	"github.com/sessionlint/sessionlint/passes/survey"
)

// survey hands on what the packages have of sessions.
func (r *run) survey(res *driver.Result, in *assess.Input) {
	at := func(n evidence.Ranger) report.Range {
		return r.sources.Range(res.Fset.Position(n.Pos()), res.Fset.Position(cmp.Or(n.End(), n.Pos())))
	}
	for _, part := range res.Parts(survey.Analyzer) {
		s, ok := survey.Of(part.Value)
		if !ok {
			continue
		}
		for _, t := range s.Things {
			thing := &assess.Thing{Kind: t.Kind, Name: t.Name, Library: t.Library, Kept: t.Kept, Ends: t.Ends, Issued: []report.Range{at(t)}}
			for _, setting := range t.Settings {
				thing.Settings = append(thing.Settings, assess.Setting(setting))
			}
			in.Things = append(in.Things, thing)
		}
		for _, e := range s.Events {
			in.Events = append(in.Events, assess.Event{What: e.What, Library: e.Library, Cookie: e.Cookie, Session: e.Session, Range: at(e)})
		}
		for _, route := range s.Routes {
			in.Routes = append(in.Routes, assess.Route{
				Method: route.Method, Path: route.Path, Handler: route.Handler, Middleware: route.Middleware,
				Guard: route.Guard, Why: route.Why, Fresh: route.Fresh, Range: at(route),
			})
		}
		for _, h := range s.Has {
			if need := catalogue.Need(h.What); in.Present[need] == "" {
				place := at(h)
				in.Present[need] = fmt.Sprintf("%s:%d", place.File, place.Start.Line)
			}
		}
		for _, a := range s.Answers {
			in.Places = append(in.Places, assess.Place{Question: a.Question, Text: a.Text, Range: at(a)})
		}
	}
}
