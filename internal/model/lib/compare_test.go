package lib

import (
	"strings"
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// compare returns where the data and an observation disagree.
func compare(x *Index, o *observation, s seen) []string {
	want := expected(x, o, s)
	var problems []string
	if len(want) == 0 {
		problems = append(problems, "nothing is expected of this case")
	}
	for setting, w := range want {
		got, ok := s.Got[setting.String()]
		if !ok && (w == "unset" || w == "elsewhere") {
			continue // the absence of a limit cannot be observed
		}
		if w == "unset" && isFlag(setting) {
			w = "false"
		}
		if w != "elsewhere" && !agree(w, got) {
			problems = append(problems, setting.String()+": the model says "+w+", the library does "+got)
		}
	}
	return problems
}

// expected is what the data says of a case.
func expected(x *Index, o *observation, s seen) map[model.Setting]string {
	want := map[model.Setting]string{}
	if effect, ok := effects()[s.Symbol+" "+s.Case]; ok {
		return effect
	}
	if force, ok := strings.CutPrefix(s.Case, "force "); ok {
		for _, f := range forces(x, s.Symbol) {
			if f.If.String()+"="+f.Is == force {
				want[f.Then] = "true"
			}
		}
		return want
	}
	if f := x.FuncNamed(s.Symbol); f != nil && s.Case == "" {
		// No attribute is sent unless a default says so.
		for _, setting := range []model.Setting{model.Path, model.Domain, model.MaxAge, model.Secure, model.HTTPOnly, model.SameSite, model.Partitioned} {
			want[setting] = "unset"
		}
		version, known := o.Versions[x.Decider(f).Module]
		if f.Role == model.SettingOption {
			want = map[model.Setting]string{}
		}
		for _, d := range x.Defaults(f, version, known) {
			want[d.Setting] = render(d)
		}
	}
	if typ := x.Type(s.Symbol); typ != nil && s.Case == "zero" {
		for _, f := range typ.Settings {
			if f.Setting != model.Value && (f.Setting != model.Name || f.Zero.Is != model.Unset) && f.Setting != model.SessionOnly {
				want[f.Setting] = render(f.Zero)
			}
		}
		if len(typ.Settings) == 0 {
			want[model.Path] = "unset"
		}
	}
	return want
}

func forces(x *Index, symbol string) []model.Force {
	if f := x.FuncNamed(symbol); f != nil {
		return f.Forces
	}
	if t := x.Type(symbol); t != nil {
		return t.Forces
	}
	return nil
}

func render(d model.Default) string {
	switch d.Is {
	case model.On:
		return "true"
	case model.Off:
		return "false"
	case model.Text:
		return d.Text
	case model.Lasts:
		return d.Dur.String()
	case model.FromTLS:
		return "from TLS"
	case model.Elsewhere:
		return "elsewhere"
	}
	return "unset"
}

// agree allows for the time that passes between computing and sending a
// lifetime, and for leap days in one of 24 years.
func agree(want, got string) bool {
	w, err := time.ParseDuration(want)
	g, err2 := time.ParseDuration(got)
	if err != nil || err2 != nil {
		return want == got
	}
	return (w - g).Abs() <= 2*time.Second+w/1000
}
