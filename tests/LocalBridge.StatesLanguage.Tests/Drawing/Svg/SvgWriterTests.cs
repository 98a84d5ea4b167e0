using System.Xml.Linq;
using CsCheck;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Drawing.Svg;

internal sealed class SvgWriterTests
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    private static readonly string[] KnownElements =
        ["svg", "title", "desc", "style", "rect", "g", "path", "polygon", "circle", "text", "tspan"];

    private static StateMachineDefinition Pass(string name, string comment = "c") => StateMachineDefinition.Parse(
        new System.Text.Json.Nodes.JsonObject
        {
            ["Comment"] = comment,
            ["StartAt"] = name,
            ["States"] = new System.Text.Json.Nodes.JsonObject { [name] = new System.Text.Json.Nodes.JsonObject { ["Type"] = "Pass", ["End"] = true } },
        }.ToJsonString());

    [Test]
    public void ToSvg_Machine_TellsScreenReadersWhatItIs()
    {
        XElement svg = XDocument.Parse(Pass("A", "Ships orders\nand more").ToSvg()).Root!;

        Assert.That(svg.Attribute("role")!.Value, Is.EqualTo("img"));
        Assert.That(svg.Element(Namespace + "title")!.Value, Is.EqualTo("Ships orders"));
        Assert.That(svg.Element(Namespace + "desc")!.Value, Is.EqualTo("A state machine of 1 states that starts with 'A'."));
        Assert.That(
            svg.Attribute("aria-labelledby")!.Value.Split(' '),
            Is.EqualTo(new[] { svg.Element(Namespace + "title")!.Attribute("id")!.Value, svg.Element(Namespace + "desc")!.Attribute("id")!.Value }));
    }

    [TestCase("</text><script>alert(1)</script>")]
    [TestCase("a & b \"c\" 'd' <e>")]
    [TestCase("]]> {{x}} ${y} \\n %00")]
    [TestCase("日本語の状態の名前はとても長いので折り返す必要があります")]
    [TestCase("👩‍👩‍👧‍👦 e\u0301 \u202Eright to left")]
    public void ToSvg_HostileName_IsTextAndNothingElse(string name)
    {
        var svg = XDocument.Parse(Pass(name, name).ToSvg(new DrawingOptions { Title = name, FontFamily = "x</style><script>" }));

        IEnumerable<string> kinds = svg.Descendants().Select(static element => element.Name.LocalName).Distinct();
        Assert.That(kinds, Is.SubsetOf(KnownElements));
    }

    [Test]
    public void ToSvg_ControlCharactersInName_AreReplaced()
    {
        Assert.That(() => XDocument.Parse(Pass("a\u0001\uFFFE\tb").ToSvg()), Throws.Nothing);
        Assert.That(Pass("a\u0001b").ToSvg(), Does.Contain(">a�b<"));
    }

    [Test]
    public void ToSvg_NameOfOneLongWord_IsBrokenIntoLines()
    {
        var svg = XDocument.Parse(Pass(new string('m', 80)).ToSvg());

        Assert.That(string.Concat(svg.Descendants(Namespace + "tspan").Select(static line => line.Value)), Is.EqualTo(new string('m', 80)));
        Assert.That(svg.Descendants(Namespace + "tspan").Count(), Is.GreaterThan(3));
    }

    [Test]
    public void ToSvg_SameDefinition_SameText()
    {
        TangleGenerator.Definitions.Sample(
            static json => StateMachineDefinition.Parse(json).ToSvg() == StateMachineDefinition.Parse(json).ToSvg(), seed: "0N0XIzNsQ0O2", iter: 20, threads: 1);
    }

    [Test]
    public void ToSvg_GeneratedDefinition_IsXmlWithEveryStateAndTransition()
    {
        DefinitionGenerator.Definitions.Sample(
            static json =>
            {
                var definition = StateMachineDefinition.Parse(json);
                string[] titles = [.. XDocument.Parse(definition.ToSvg()).Descendants(Namespace + "title").Select(static title => title.Value)];
                Assert.That(definition.Graph.States.Select(static state => state.Name), Is.All.Matches<string>(name => titles.Any(title => title.StartsWith(name + " ("))));
            },
            seed: "0N0XIzNsQ0O2",
            iter: 30,
            threads: 1);
    }

    [Test]
    public void ToSvg_WithoutLegendAndRetries_ShowsNeither()
    {
        var definition = StateMachineDefinition.Parse(
            """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"f","Retry":[{"ErrorEquals":["Boom"]}],"End":true}}}""");

        Assert.That(definition.ToSvg(), Does.Contain("Retry 3×: Boom").And.Contain(">retry<"));
        Assert.That(definition.ToSvg(new DrawingOptions { ShowRetries = false, ShowLegend = false }), Does.Not.Contain("Boom").And.Not.Contain(">start<"));
    }

    [Test]
    public void ToSvg_VeryLongMachine_IsDrawn()
    {
        string states = string.Join(',', Enumerable.Range(0, 500).Select(static i => $"\"s{i}\":{{\"Type\":\"Task\",\"Resource\":\"f\",\"Catch\":[{{\"ErrorEquals\":[\"States.ALL\"],\"Next\":\"end\"}}],\"Next\":\"{(i == 499 ? "end" : $"s{i + 1}")}\"}}"));
        var definition = StateMachineDefinition.Parse($"{{\"StartAt\":\"s0\",\"States\":{{{states},\"end\":{{\"Type\":\"Succeed\"}}}}}}");

        Assert.That(definition.ToSvg(), Does.Contain("s499"));
    }
}
