module example.com/firm

go 1.25
