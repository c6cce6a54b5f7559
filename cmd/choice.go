package cmd

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A choice is the value of a flag that takes one of a few words. It is a pflag.Value.
type choice[T comparable] struct {
	to    *T // what the given word means; it begins as the default
	words []meaning[T]
}

// A meaning is one word of a choice with its value.
type meaning[T comparable] struct {
	word  string
	means T
}

// Set takes a word. For any other word, the error lists the words of the choice.
func (f choice[T]) Set(word string) error {
	for _, w := range f.words {
		if w.word == word {
			*f.to = w.means
			return nil
		}
	}
	return errors.New("must be one of " + strings.Join(f.choices(), ", "))
}

// String returns the word that was given, or the default.
func (f choice[T]) String() string {
	for _, w := range f.words {
		if w.means == *f.to {
			return w.word
		}
	}
	return ""
}

// Type returns how help writes the default: in quotes, as it does for strings.
func (f choice[T]) Type() string { return "string" }

// choices returns the words in their order.
func (f choice[T]) choices() []string {
	var words []string
	for _, w := range f.words {
		words = append(words, w.word)
	}
	return words
}

// completed makes the shell complete the values of a flag.
func completed(c *cobra.Command, flag string, values []string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values,
		cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic("internal error: " + err.Error())
	}
}

// flagError rewords pflag's errors like all other usage errors. They name the flag, what it was
// given, and what it takes.
func flagError(c *cobra.Command, err error) error {
	var bad *pflag.InvalidValueError
	if !errors.As(err, &bad) {
		return usage(c, err)
	}
	takes := bad.Unwrap().Error()
	value := bad.GetFlag().Value
	if v, ok := value.(named); ok {
		value = v.Value
	}
	switch value.Type() {
	case "int":
		takes = "must be a whole number"
	case "bool":
		takes = "must be true or false"
	}
	return usagef(c, "--%s %q: %s", bad.GetFlag().Name, bad.GetValue(), takes)
}
