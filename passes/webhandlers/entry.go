package webhandlers

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// takesRequest reports whether a function is given the request that it
// answers: as a parameter of net/http or of a framework, as a context of its own
// that holds one, as the message of a remote call (remotecall.go), or as its
// controller.
func (e *engine) takesRequest(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if isRequest(p.Type(), 0) {
			return true
		}
	}
	obj, ok := fn.Object().(*types.Func)
	return ok && (isRemoteCall(obj) || e.isServed(obj))
}

// isRequest reports whether a type is, or holds, a request.
func isRequest(t types.Type, depth int) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	pkg, obj := named.Obj().Pkg(), named.Obj().Name()
	switch {
	case pkg.Path() == "net/http":
		return obj == "Request" || obj == "ResponseWriter"
	case obj == "Context" || obj == "Ctx" || obj == "RequestContext" || obj == "RequestCtx" || obj == "Controller":
		if pkg.Path() != "context" && (isFramework(pkg.Path()) || hasRequest(named)) {
			return true
		}
	}
	if depth > 1 || isFramework(pkg.Path()) {
		return false
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range s.NumFields() {
		if f := s.Field(i); (f.Embedded() || depth == 0 && strings.Contains(f.Type().String(), "http.Re")) && isRequest(f.Type(), depth+1) {
			return true
		}
	}
	return false
}

// isFramework: web frameworks whose context is given to handlers.
func isFramework(path string) bool {
	for _, f := range []string{"/gin-gonic/gin", "/labstack/echo", "/gofiber/fiber", "/kataras/iris", "/cloudwego/hertz", "/beego/", "/flamego/", "macaron", "/valyala/fasthttp", "/gogf/gf", "/revel/", "/gobuffalo/", "/zeromicro/", "/danielgtaylor/huma", "/emicklei/"} {
		if strings.Contains(path, f) {
			return true
		}
	}
	return false
}

// hasRequest: a context of the application's own, with the request inside.
func hasRequest(named *types.Named) bool {
	set := types.NewMethodSet(types.NewPointer(named))
	if types.IsInterface(named) {
		set = types.NewMethodSet(named)
	}
	for _, method := range []string{"SetCookie", "Redirect", "JSON", "Request", "Req", "WriteHeader", "Render"} {
		if set.Lookup(nil, method) != nil {
			return true
		}
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range s.NumFields() {
		t := s.Field(i).Type().String()
		if strings.Contains(t, "net/http.Request") || strings.Contains(t, "net/http.ResponseWriter") {
			return true
		}
	}
	return false
}
