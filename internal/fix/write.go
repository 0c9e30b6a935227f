package fix

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces the content of the file at once: readers see the old text or
// the new one. Permissions are kept, symbolic links are followed.
func (f File) Write() error {
	name, err := filepath.EvalSymlinks(f.Name)
	if err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	return WriteFile(name, f.New, info.Mode().Perm())
}

// WriteFile writes a file that is complete or, on error, as it was before. What
// exists and is no regular file (/dev/null, /dev/stdout, a pipe) is written to,
// not replaced.
func WriteFile(name string, content []byte, perm os.FileMode) (err error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return writeInto(name, content)
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".sessionlint-*")
	if path := new(fs.PathError); errors.As(err, &path) {
		return fmt.Errorf("%s cannot be written: %w", name, path.Err) // not the name of the temporary file
	}
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(tmp.Name())
		}
	}()
	if _, err = tmp.Write(content); err == nil {
		err = tmp.Sync() // a full disk may show only now
	}
	if closeErr := tmp.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), perm)
	}
	if err == nil {
		err = os.Rename(tmp.Name(), name)
	}
	return err
}

func writeInto(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}
