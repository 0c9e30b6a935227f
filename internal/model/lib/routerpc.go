package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// remoteCalls serve the methods of services, behind interceptors.
func remoteCalls() []*model.Library { return []*model.Library{grpc(), connect(), goa()} }

// grpc: server.go, interceptor.go, status/status.go at v1.79.1. An interceptor goes
// on by the handler that it is given; an error that it returns is the answer.
func grpc() *model.Library {
	const pkg = "google.golang.org/grpc"
	return &model.Library{
		Module: pkg, Name: "gRPC", Majors: []string{"v1.79"}, Doc: "https://pkg.go.dev/" + pkg + "; server.go, interceptor.go, status/status.go at v1.79.1",
		Anchors:  []string{pkg},
		Carriers: []model.Carrier{{Symbol: pkg + ".UnaryServerInfo", Request: true, Remote: true}, {Symbol: pkg + ".StreamServerInfo", Request: true, Remote: true}},
		Life: slices.Concat(
			each(model.Func{Role: model.RouteOption, Args: slots(model.ArgHandler, 0)}, pkg+".", "UnaryInterceptor ChainUnaryInterceptor StreamInterceptor ChainStreamInterceptor"),
			fails(0, pkg+"/status.", "Error Errorf"),
		),
	}
}

// connect: interceptor.go, option.go, error.go at v1.20.0.
func connect() *model.Library {
	const pkg = "connectrpc.com/connect"
	return &model.Library{
		Module: pkg, Name: "connect", Majors: []string{"v1.20"}, Doc: "https://pkg.go.dev/" + pkg + "; interceptor.go, option.go, error.go at v1.20.0",
		Anchors:  []string{pkg},
		Carriers: []model.Carrier{{Symbol: pkg + ".AnyRequest", Request: true, Remote: true}},
		Life: slices.Concat(
			each(model.Func{Role: model.RouteOption, Args: slots(model.ArgHandler, 0)}, pkg+".", "WithInterceptors"),
			fails(0, pkg+".", "NewError"),
		),
	}
}

// goa: security/scheme.go, security/auth.go at v3.25.3. The generated endpoint calls
// the function that checks a scheme first, and returns its error.
func goa() *model.Library {
	const pkg = "goa.design/goa/v3"
	var carriers []model.Carrier
	for _, scheme := range []string{"APIKeyScheme", "BasicScheme", "JWTScheme", "OAuth2Scheme"} {
		carriers = append(carriers, model.Carrier{Symbol: pkg + "/security." + scheme, Request: true, Remote: true})
	}
	return &model.Library{
		Module: pkg, Name: "goa", Majors: []string{"v3.25"}, Doc: "https://pkg.go.dev/" + pkg + "/security; security/scheme.go, security/auth.go at v3.25.3",
		Anchors:  []string{pkg + "/security"},
		Carriers: carriers,
	}
}
