using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing;

namespace LocalBridge.StatesLanguage.Tests.Drawing.Mermaid;

internal sealed class MermaidWriterTests
{
    [Test]
    public void ToMermaid_AllKindsOfTransitions_AreDrawn()
    {
        var definition = StateMachineDefinition.Parse(
            """
            {"Comment":"Say \"hi\"","StartAt":"A","States":{
             "A":{"Type":"Task","Resource":"f","Retry":[{"ErrorEquals":["Boom"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"No"}],"Next":"B"},
             "B":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericGreaterThan":1,"Next":"C"}],"Default":"No"},
             "C":{"Type":"Map","ItemProcessor":{"StartAt":"D","States":{"D":{"Type":"Pass","End":true}}},"End":true},
             "No":{"Type":"Fail","Error":"E"}}}
            """);

        Assert.That(definition.ToMermaid(), Is.EqualTo(
            """
            ---
            title: "Say \"hi\""
            ---
            flowchart TB
              accDescr: A state machine of 5 states that starts with 'A'.
              start_((" "))
              s0["A<br/><small>Task · f</small>"]:::task
              s1{{"B<br/><small>Choice</small>"}}:::choice
              subgraph s2["C<br/><small>Map</small>"]
                subgraph s2g0["Each item"]
                  direction TB
                  s3["D<br/><small>Pass</small>"]:::pass
                  s3e(((" ")))
                  s3 --> s3e
                end
              end
              class s2 map
              s4(["No<br/><small>Fail · E</small>"]):::fail
              start_ --> s0
              s0 --> s1
              s0 -.->|"Catch any error"| s4
              s1 -->|"$.n #62; 1"| s2
              s1 -->|"Default"| s4
              s0 -.->|"Retry 3×: Boom"| s0
              s2e(((" ")))
              s2 --> s2e
              classDef choice fill:#f6f8fa,stroke:#6639ba,color:#1f2328
              classDef fail fill:#f6f8fa,stroke:#a40e26,color:#1f2328
              classDef map fill:#fbeff6,stroke:#99286e,color:#1f2328
              classDef pass fill:#f6f8fa,stroke:#57606a,color:#1f2328
              classDef task fill:#f6f8fa,stroke:#0550ae,color:#1f2328

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToMermaid_HostileName_CannotLeaveItsLabel()
    {
        var definition = StateMachineDefinition.Parse("""{"StartAt":"x\"]\nend;`#<b>","States":{"x\"]\nend;`#<b>":{"Type":"Succeed"}}}""");

        Assert.That(definition.ToMermaid(), Does.Contain("([\"x#34;] end#59;#96;#35;#60;b#62;<br/>"));
    }

    [Test]
    public void ToMermaid_LeftToRight_SaysSo()
    {
        var definition = StateMachineDefinition.Parse("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""");

        Assert.That(definition.ToMermaid(new DrawingOptions { Direction = DrawingDirection.LeftToRight }), Does.Contain("\nflowchart LR\n"));
    }
}
