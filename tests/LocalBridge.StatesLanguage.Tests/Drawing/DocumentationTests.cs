using LocalBridge.Json;
using LocalBridge.StatesLanguage.Choices;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Drawing;

/// <summary>The example of docs/state-machine-builder.md and the picture of docs/drawing.md.</summary>
internal sealed class DocumentationTests
{
    private const string Picture = "docs/images/order-run.svg";

    [Test]
    public void Picture_IsThatOfTheExample()
    {
        StateMachineDefinition definition = Build();
        var order = JsonValue.Parse("""{"total":250,"items":["book","lamp","cup"]}""");
        ExecutionDriver run = new ExecutionDriver(definition.Json, order)
            .On("reserve-stock", _ => TaskReply.Succeed(order))
            .On("charge-card", static _ => TaskReply.Fail("CardDeclined"))
            .On("release-stock", static _ => TaskReply.Succeed(JsonValue.Null))
            .Run();

        string svg = definition.ToSvg(new DrawingOptions { Title = "Fulfil an order: run 7", History = [.. run.History] });

        string path = Path.Combine(RepositoryFolder(), Picture);
        if (Environment.GetEnvironmentVariable("LOCALBRIDGE_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, svg);
        }

        Assert.That(svg, Is.EqualTo(File.ReadAllText(path)), $"Set LOCALBRIDGE_UPDATE_DOCS=1, look at {Picture}, and commit it.");
        Assert.That(svg, Has.Length.LessThan(20_000));
    }

    private static StateMachineDefinition Build() => new StateMachineBuilder()
        .Comment("Fulfil an order")
        .Task("Reserve stock", "reserve-stock", task => task
            .Retry(retry => retry.ErrorEquals("StockBusy").MaxAttempts(5))
            .Next("Big order?"))
        .Choice("Big order?", choice => choice
            .When(Condition.Variable("$.total").NumericGreaterThan(1000), next: "Ask a manager")
            .Default("Pack and charge"))
        .Task("Ask a manager", "arn:aws:states:::sqs:sendMessage.waitForTaskToken", task => task
            .Parameters(p => p.Value("QueueUrl", "https://sqs.example/approvals").Value("MessageBody", body => body.Path("token", "$$.Task.Token")))
            .TimeoutSeconds(86_400).ResultPath(null).Next("Pack and charge"))
        .Parallel("Pack and charge", parallel => parallel
            .Branch(branch => branch.Task("Charge card", "charge-card", task => task
                .Retry(retry => retry.ErrorEquals("BankBusy").MaxAttempts(1)).End()))
            .Branch(branch => branch.Map("Pack", map => map
                .ItemsPath("$.items").MaxConcurrency(2)
                .ItemProcessor(each => each
                    .Wait("Wait for the packer", wait => wait.Seconds(30).Next("Wrap"))
                    .Pass("Wrap", pass => pass.End()))
                .End()))
            .Catch(catcher => catcher.ErrorEquals("CardDeclined").ResultPath("$.error").Next("Release stock"))
            .ResultPath("$.done").Next("Ship"))
        .Succeed("Ship")
        .Task("Release stock", "release-stock", task => task.Next("Order failed"))
        .Fail("Order failed", fail => fail.Error("OrderFailed"))
        .Build();

    private static string RepositoryFolder()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LocalBridge.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
