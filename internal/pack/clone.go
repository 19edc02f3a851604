package pack

import "reflect"

// Clone returns a copy that shares no slice with the entry.
func Clone[T any](entry T) T {
	result := reflect.New(reflect.TypeOf(entry)).Elem()
	result.Set(reflect.ValueOf(entry))
	detach(result)
	return result.Interface().(T)
}

func detach(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(list, v)
		v.Set(list)
		for i := range v.Len() {
			detach(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				detach(v.Field(i))
			}
		}
	}
}
