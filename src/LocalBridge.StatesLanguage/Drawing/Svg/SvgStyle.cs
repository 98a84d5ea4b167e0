using System.Text;
using LocalBridge.StatesLanguage.Drawing.Overlays;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Drawing.Svg;

/// <summary>The looks of an SVG: every colour is here, for light and for dark surroundings. Texts have a contrast of at least 4.5 : 1 to what
/// they stand on.</summary>
internal static class SvgStyle
{
    private static readonly Theme Light = new(
        "#ffffff", "#f6f8fa", "#1f2328", "#59636e", "#6e7781", "#afb8c1",
        [(StateType.Task, "#0550ae"), (StateType.Pass, "#57606a"), (StateType.Choice, "#6639ba"), (StateType.Wait, "#7d4e00"), (StateType.Succeed, "#116329"),
            (StateType.Fail, "#a40e26"), (StateType.Parallel, "#0b6e75"), (StateType.Map, "#99286e")],
        [(StateStatus.Succeeded, "#1a7f37", "#dafbe1"), (StateStatus.Caught, "#9a5b00", "#fff1cc"), (StateStatus.Aborted, "#6639ba", "#f4ecff"),
            (StateStatus.Failed, "#cf222e", "#ffebe9"), (StateStatus.Running, "#0969da", "#ddf4ff")]);

    private static readonly Theme Dark = new(
        "#0d1117", "#161b22", "#f0f6fc", "#9198a1", "#8b949e", "#484f58",
        [(StateType.Task, "#79c0ff"), (StateType.Pass, "#b1bac4"), (StateType.Choice, "#d2a8ff"), (StateType.Wait, "#e3b341"), (StateType.Succeed, "#56d364"),
            (StateType.Fail, "#ff7b72"), (StateType.Parallel, "#56d4dd"), (StateType.Map, "#ff9bce")],
        [(StateStatus.Succeeded, "#3fb950", "#0f2d18"), (StateStatus.Caught, "#d29922", "#332500"), (StateStatus.Aborted, "#a371f7", "#251a3d"),
            (StateStatus.Failed, "#f85149", "#3c1618"), (StateStatus.Running, "#58a6ff", "#0c2a4d")]);

    internal static string ClassOf(StateType type) => "t-" + type.ToString().ToLowerInvariant();

    internal static string ClassOf(StateStatus status) => "s-" + status.ToString().ToLowerInvariant();

    /// <summary>Writes the style sheet. Every rule is bound to the picture's own identifier, so that pictures in one page do not mix.</summary>
    internal static string Write(string id, DrawingOptions options, bool hasOverlay)
    {
        var css = new StringBuilder();
        string font = options.FontFamily.Replace("<", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal);
        Rule("text", $"font-family:{font.Replace("&", string.Empty, StringComparison.Ordinal)}");
        Rule(".name", $"font-size:{SvgText.Number(PictureFonts.Name)}px;font-weight:bold;text-anchor:middle");
        Rule(".caption", $"font-size:{SvgText.Number(PictureFonts.Caption)}px;text-anchor:middle");
        Rule(".label", $"font-size:{SvgText.Number(PictureFonts.Label)}px");
        Rule(".title", $"font-size:{SvgText.Number(PictureFonts.Title)}px;font-weight:bold");
        Rule(".mid", "text-anchor:middle");
        Rule(".box", "stroke-width:1.5");
        Rule(".group", "stroke-dasharray:2 3");
        Rule(".line", "fill:none;stroke-width:1.4");
        Rule(".catch,.loop", "stroke-dasharray:6 3");
        Rule(".plate", "stroke:none");
        if (hasOverlay)
        {
            Rule(".s-notreached .box", "stroke-dasharray:4 3");
            Rule(".taken .line", "stroke-width:2.6");
            Rule(".badge", "stroke:none");
            Rule(".sign", "fill:none;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round");
        }

        WriteTheme(Light, hasOverlay, Rule);
        css.Append("@media (prefers-color-scheme:dark){");
        WriteTheme(Dark, hasOverlay, Rule);
        return css.Append('}').ToString();

        void Rule(string selectors, string declarations)
        {
            css.AppendJoin(',', selectors.Split(',').Select(selector => $"#{id} {selector}")).Append('{').Append(declarations).Append('}');
        }
    }

    private static void WriteTheme(Theme theme, bool hasOverlay, Action<string, string> rule)
    {
        rule(".paper,.plate,.group", $"fill:{theme.Paper}");
        rule(".box", $"fill:{theme.Box};stroke:{theme.Line}");
        rule("text", $"fill:{theme.Text}");
        rule(".caption,.label", $"fill:{theme.Muted}");
        rule(".group", $"stroke:{theme.Frame}");
        rule(".line,.ring", $"stroke:{theme.Line}");
        rule(".head", $"fill:{theme.Line}");
        if (!hasOverlay)
        {
            foreach ((StateType type, string ink) in theme.Types)
            {
                rule($".{ClassOf(type)} .box", $"stroke:{ink}");
                rule($".{ClassOf(type)} .caption", $"fill:{ink}");
            }

            return;
        }

        rule(".s-notreached .box", $"fill:none;stroke:{theme.Line}");
        rule(".s-notreached .name", $"fill:{theme.Muted}");
        rule(".sign", $"stroke:{theme.Paper}");
        foreach ((StateStatus status, string ink, string fill) in theme.Statuses)
        {
            rule($".{ClassOf(status)} .box", $"fill:{fill};stroke:{ink}");
            rule($".{ClassOf(status)} .badge", $"fill:{ink}");
            if (status is StateStatus.Succeeded or StateStatus.Caught)
            {
                string taken = status == StateStatus.Caught ? ".taken.caught" : ".taken";
                rule($"{taken} .line", $"stroke:{ink}");
                rule($"{taken} .head", $"fill:{ink}");
            }
        }
    }

    private sealed record Theme(
        string Paper, string Box, string Text, string Muted, string Line, string Frame,
        (StateType Type, string Ink)[] Types, (StateStatus Status, string Ink, string Fill)[] Statuses);
}
