module xojoc.pw/useragent

go 1.26.0
