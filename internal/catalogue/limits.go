package catalogue

import "time"

// A Limit is how long a session may last, according to one text.
type Limit struct {
	Source   string
	Level    string
	Absolute time.Duration // 0: no number
	Idle     time.Duration // 0: no number
	Note     string
}

const day = 24 * time.Hour

// Limits returns the numbers of the ASVS and of the revisions of NIST SP
// 800-63B, from which they come.
func Limits() []Limit {
	return []Limit{
		{"ASVS 4.0.3", "1", 30 * day, 0, ""},
		{"ASVS 4.0.3", "2", 12 * time.Hour, 30 * time.Minute, "whichever comes first"},
		{"ASVS 4.0.3", "3", 12 * time.Hour, 15 * time.Minute, "whichever comes first"},
		{"ASVS 5.0", "2", 0, 0, "both must exist and follow a documented decision"},
		{"NIST SP 800-63B revision 3", "AAL1", 30 * day, 0, "shall"},
		{"NIST SP 800-63B revision 3", "AAL2", 12 * time.Hour, 30 * time.Minute, "shall; one factor is enough to continue"},
		{"NIST SP 800-63B revision 3", "AAL3", 12 * time.Hour, 15 * time.Minute, "shall; both factors"},
		{"NIST SP 800-63B revision 4", "AAL1", 30 * day, 0, "should; idle time only if the provider wants one"},
		{"NIST SP 800-63B revision 4", "AAL2", day, time.Hour, "should"},
		{"NIST SP 800-63B revision 4", "AAL3", 12 * time.Hour, 15 * time.Minute, "shall; idle time should"},
	}
}
