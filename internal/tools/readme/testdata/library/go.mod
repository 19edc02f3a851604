module library.example/library

go 1.25
