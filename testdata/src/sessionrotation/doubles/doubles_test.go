package doubles

import "context"

type double struct{}

func (double) Restart(context.Context)      {}
func (double) Keep(context.Context, string) {}

var _ sessions = double{}
