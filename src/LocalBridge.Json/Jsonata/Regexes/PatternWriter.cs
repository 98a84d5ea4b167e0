using System.Globalization;
using System.Text;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Writes an expression in the notation of .NET, so that it means there what it means in ECMAScript.</summary>
internal static class PatternWriter
{
    private const string Word = "[0-9A-Z_a-z]";
    private const string LineEnd = @"[\n\r\u2028\u2029]";

    internal static string Write(PatternNode node, bool ignoresCase, bool isMultiline)
    {
        var text = new StringBuilder();
        new Target(text, ignoresCase, isMultiline).Append(node);
        return text.ToString();
    }

    private readonly struct Target(StringBuilder text, bool ignoresCase, bool isMultiline)
    {
        internal void Append(PatternNode node)
        {
            switch (node)
            {
                case SetNode set:
                    AppendSet(set.Set);
                    break;
                case SequenceNode sequence:
                    foreach (PatternNode part in sequence.Parts)
                    {
                        AppendPart(part);
                    }

                    break;
                case ChoiceNode choice:
                    for (int i = 0; i < choice.Options.Length; i++)
                    {
                        text.Append(i > 0 ? "|" : string.Empty);
                        Append(choice.Options[i]);
                    }

                    break;
                case CaptureNode capture:
                    AppendGroup("(", capture.Body);
                    break;
                case RepeatNode repeat:
                    AppendRepeat(repeat);
                    break;
                case LookNode look:
                    AppendGroup((look.IsBehind ? "(?<" : "(?") + (look.IsNegative ? "!" : "="), look.Body);
                    break;
                case BackreferenceNode reference:
                    AppendReference(reference.Number);
                    break;
                case PlaceNode place:
                    text.Append(Place(place.Place));
                    break;
            }
        }

        // A choice inside a sequence needs a group of its own; so does everything that is repeated.
        private void AppendPart(PatternNode node)
        {
            if (node is ChoiceNode)
            {
                AppendGroup("(?:", node);
            }
            else
            {
                Append(node);
            }
        }

        private void AppendGroup(string opening, PatternNode body)
        {
            text.Append(opening);
            Append(body);
            text.Append(')');
        }

        private void AppendRepeat(RepeatNode repeat)
        {
            if (repeat.Body is SetNode)
            {
                Append(repeat.Body);
            }
            else
            {
                text.Append("(?:");
                AppendForgetting(repeat);
                AppendPart(repeat.Body);
                text.Append(')');
            }

            text.Append((repeat.Minimum, repeat.Maximum) switch
            {
                (0, RepeatNode.Unbounded) => "*",
                (1, RepeatNode.Unbounded) => "+",
                (0, 1) => "?",
                (_, RepeatNode.Unbounded) => string.Create(CultureInfo.InvariantCulture, $"{{{repeat.Minimum},}}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{{{repeat.Minimum},{repeat.Maximum}}}"),
            });
            text.Append(repeat.IsLazy ? "?" : string.Empty);
        }

        // In ECMAScript each repetition forgets what the groups inside captured in the one before.
        private void AppendForgetting(RepeatNode repeat)
        {
            if (repeat.Maximum == 1)
            {
                return;
            }

            HashSet<int> kept = PatternFacts.Captures(repeat.Body);
            kept.ExceptWith(PatternFacts.CertainCaptures(repeat.Body));
            foreach (int number in kept.Order())
            {
                text.Append(CultureInfo.InvariantCulture, $"(?({number})(?<-{number}>)|)");
            }
        }

        // A group that has not captured is matched by nothing; in .NET the reference would fail.
        private void AppendReference(int number)
        {
            string reference = string.Create(CultureInfo.InvariantCulture, $"(?({number})\\{number}|)");
            text.Append(ignoresCase ? $"(?i:{reference})" : $"(?:{reference})");
        }

        private string Place(PatternPlace place) => place switch
        {
            PatternPlace.Start => isMultiline ? $"(?<=\\A|{LineEnd})" : "\\A",
            PatternPlace.End => isMultiline ? $"(?={LineEnd}|\\z)" : "\\z",
            PatternPlace.WordBoundary => $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))",
            _ => $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))",
        };

        private void AppendSet(CharacterSet set)
        {
            if (set.Single is { } single)
            {
                AppendCharacter(single);
                return;
            }

            CharacterSet others = set.Invert();
            bool isShorterNegated = others.Ranges.Length > 0 && others.Ranges.Length < set.Ranges.Length;
            if (set.Ranges.IsEmpty || others.Ranges.IsEmpty)
            {
                text.Append(set.Ranges.IsEmpty ? @"[^\0-\uFFFF]" : @"[\0-\uFFFF]");
                return;
            }

            text.Append(isShorterNegated ? "[^" : "[");
            foreach ((char first, char last) in (isShorterNegated ? others : set).Ranges)
            {
                AppendCharacter(first);
                if (last > first)
                {
                    text.Append('-');
                    AppendCharacter(last);
                }
            }

            text.Append(']');
        }

        private void AppendCharacter(char character)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                text.Append(character);
            }
            else
            {
                text.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
        }
    }
}
