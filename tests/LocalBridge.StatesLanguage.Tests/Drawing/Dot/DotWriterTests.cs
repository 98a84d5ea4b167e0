using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing;

namespace LocalBridge.StatesLanguage.Tests.Drawing.Dot;

internal sealed class DotWriterTests
{
    [Test]
    public void ToDot_StateWithBranches_IsAClusterWhoseLinesEndAtItsBorder()
    {
        string dot = StateMachineDefinition.Parse(
            """
            {"StartAt":"A","States":{
             "A":{"Type":"Pass","Next":"P"},
             "P":{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Succeed"}}}],"Catch":[{"ErrorEquals":["X","Y","Z"],"Next":"C"}],"Next":"C"},
             "C":{"Type":"Succeed"}}}
            """).ToDot();

        Assert.That(dot, Does.Contain("subgraph cluster_s1 {").And.Contain("subgraph cluster_s1_0 {"));
        Assert.That(dot, Does.Contain("s0 -> s2 [lhead=cluster_s1];"));
        Assert.That(dot, Does.Contain("s2 -> s3 [ltail=cluster_s1];"));
        Assert.That(dot, Does.Contain("s2 -> s3 [label=\"Catch X and 2 more\", style=dashed, ltail=cluster_s1];"));
        Assert.That(dot, Does.StartWith("digraph {\n").And.EndsWith("}\n"));
    }

    [Test]
    public void ToDot_HostileName_CannotLeaveItsLabel()
    {
        string dot = StateMachineDefinition.Parse("""{"StartAt":"x\\\"];\\N","States":{"x\\\"];\\N":{"Type":"Succeed"}}}""").ToDot();

        Assert.That(dot, Does.Contain("""s0 [label="x\\\"];\\N\nSucceed", """));
    }
}
