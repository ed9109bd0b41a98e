package metapolicy_test

import "reflect"

// spoil sets every element of every slice within v to zero, as deep as it goes.
func spoil(v any) { spoilValue(reflect.ValueOf(v)) }

func spoilValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			spoilValue(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spoilValue(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoilValue(v.Index(i))
			if k := v.Index(i).Kind(); k != reflect.Interface && k != reflect.Slice && k != reflect.Uint8 {
				v.Index(i).SetZero()
			} else if k == reflect.Uint8 {
				v.Index(i).SetUint(' ')
			}
		}
	}
}
