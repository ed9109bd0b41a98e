package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// setHelp makes help of our own: as wide as the rest of people's output, and
// wrong usage where cobra's own commands would pass over it.
func (a *app) setHelp(root *cobra.Command) {
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.printHelp(cmd) })
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Print the help of a command",
		ValidArgsFunction: func(_ *cobra.Command, args []string, prefix string) ([]string, cobra.ShellCompDirective) {
			var out []string
			if len(args) == 0 {
				for _, c := range root.Commands() {
					if c.IsAvailableCommand() && strings.HasPrefix(c.Name(), prefix) {
						out = append(out, c.Name()+"\t"+c.Short)
					}
				}
			}
			return out, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return usageErrorOf(root, "no help for %q", strings.Join(args, " "))
			}
			return cmd.Help()
		},
	})
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Args = cobra.ArbitraryArgs
		completion.RunE = func(cmd *cobra.Command, args []string) error {
			return usageErrorOf(cmd, "which shell? bash, fish, powershell or zsh")
		}
		for _, shell := range completion.Commands() {
			shell.Args = noArgs
		}
	}
}

func (a *app) printHelp(cmd *cobra.Command) {
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	a.helpText(about)
	a.helpTitle("Usage")
	if cmd.HasAvailableSubCommands() {
		a.out.wrap("  ", plain(cmd.CommandPath()+" COMMAND [flags]"))
	} else {
		a.out.wrap("  ", plain(cmd.UseLine()))
	}
	if cmd.HasExample() {
		a.helpTitle("Examples")
		a.helpText(cmd.Example)
	}
	if cmd.HasAvailableSubCommands() {
		a.helpTitle("Commands")
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				a.out.hang(styled(fmt.Sprintf("  %-*s ", cmd.NamePadding(), c.Name())), "      ", plain(c.Short))
			}
		}
	}
	a.helpFlags("Flags", cmd.LocalFlags())
	a.helpFlags("Flags of all commands", cmd.InheritedFlags())
}

// helpText prints text in which lines that begin with white space are laid out
// already.
func (a *app) helpText(text string) {
	for line := range strings.Lines(strings.TrimRight(text, "\n")) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") {
			a.out.write(plain(line) + "\n")
		} else {
			a.out.wrap("", plain(line))
		}
	}
}

func (a *app) helpTitle(title string) {
	a.out.blank()
	a.out.wrap("", a.out.strong(title+":"))
}

// A flagSet is what help needs to know of flags.
type flagSet interface {
	HasAvailableFlags() bool
	FlagUsagesWrapped(width int) string
}

func (a *app) helpFlags(title string, flags flagSet) {
	if flags.HasAvailableFlags() {
		a.helpTitle(title)
		a.out.write(plain(flags.FlagUsagesWrapped(a.out.width)))
	}
}

// noArgs accepts no argument.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageErrorOf(cmd, "no argument is wanted, but there is %q", args[0])
	}
	return nil
}

// oneArg accepts one argument of the given name.
func oneArg(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return usageErrorOf(cmd, "the %s is missing", name)
		case 1:
			return nil
		}
		return usageErrorOf(cmd, "one %s is wanted, but there are %d arguments; put it in quotation marks", name, len(args))
	}
}
