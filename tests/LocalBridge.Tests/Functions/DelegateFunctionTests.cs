using LocalBridge.Functions;
using LocalBridge.Json;
using LocalBridge.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LocalBridge.Tests.Functions;

public sealed class DelegateFunctionTests
{
    private static readonly JsonValue OrderInput = JsonValue.Parse("""{"ID":7,"total":250.5}""");

    [Test]
    public async Task Bind_PocoIn_ReadsWithWebDefaults()
    {
        RegisteredFunction function = DelegateFunctionBinder.Bind("f", (Order order) => order.Id + 1);

        JsonValue result = await InvokeAsync(function, OrderInput);

        Assert.That(result.ToJson(), Is.EqualTo("8"));
    }

    [Test]
    public async Task Bind_PocoOut_WritesWithWebDefaults()
    {
        RegisteredFunction function = DelegateFunctionBinder.Bind("f", Task<Order> (Order order) => Task.FromResult(order with { Id = 8 }));

        JsonValue result = await InvokeAsync(function, OrderInput);

        Assert.That(result.ToJson(), Is.EqualTo("""{"id":8,"total":250.5}"""));
    }

    private static IEnumerable<TestCaseData> Returns()
    {
        yield return new TestCaseData((Delegate)(() => { })).Returns("null").SetName("void");
        yield return new TestCaseData((Delegate)(Func<Task>)(() => Task.CompletedTask)).Returns("null").SetName("Task");
        yield return new TestCaseData((Delegate)(Func<ValueTask>)(() => ValueTask.CompletedTask)).Returns("null").SetName("ValueTask");
        yield return new TestCaseData((Delegate)(Func<int>)(() => 3)).Returns("3").SetName("T");
        yield return new TestCaseData((Delegate)(Func<Task<int>>)(async () => { await Task.Yield(); return 3; })).Returns("3").SetName("Task<T>");
        yield return new TestCaseData((Delegate)(Func<ValueTask<int>>)(() => new ValueTask<int>(3))).Returns("3").SetName("ValueTask<T>");
        yield return new TestCaseData((Delegate)(Func<JsonValue>)(() => JsonValue.Parse("1.0"))).Returns("1.0").SetName("JsonValue");
        yield return new TestCaseData((Delegate)(Func<Order?>)(() => null)).Returns("null").SetName("null");
    }

    [TestCaseSource(nameof(Returns))]
    public async Task<string> Invoke_EveryReturnType_GivesJson(Delegate handler) =>
        (await InvokeAsync(DelegateFunctionBinder.Bind("f", handler), JsonValue.EmptyObject)).ToJson();

    [Test]
    public async Task Invoke_SpecialParameters_AreGiven()
    {
        using var cancellation = new CancellationTokenSource();
        CancellationToken seen = default;
        string? name = null;
        RegisteredFunction function = DelegateFunctionBinder.Bind("f", (CancellationToken token, FunctionContext context, JsonValue input) =>
        {
            seen = token;
            name = context.FunctionName;
            return input;
        });

        JsonValue result = await function.InvokeAsync(new FunctionContext { FunctionName = "f" }, "x", cancellation.Token);

        Assert.That((seen, name, result.GetString()), Is.EqualTo((cancellation.Token, "f", "x")));
    }

    [Test]
    public async Task Invoke_Services_ComeFromAScopePerCallThatIsDisposed()
    {
        await using ServiceProvider services = new ServiceCollection().AddScoped<Stock>().BuildServiceProvider();
        var seen = new List<Stock>();
        RegisteredFunction function = DelegateFunctionBinder.Bind("f", async (Order order, Stock stock) =>
        {
            await Task.Yield();
            seen.Add(stock);
            return stock.IsDisposed;
        });

        JsonValue first = await InvokeAsync(function, OrderInput, services);
        await InvokeAsync(function, OrderInput, services);

        Assert.That(first.IsTrue, Is.False);
        Assert.That(seen, Has.Count.EqualTo(2).And.Unique);
        Assert.That(seen.Select(stock => stock.IsDisposed), Is.All.True);
    }

    [Test]
    public async Task Invoke_KeyedService_IsResolvedByItsKey()
    {
        await using ServiceProvider services = new ServiceCollection().AddKeyedSingleton("b", new Stock()).BuildServiceProvider();
        RegisteredFunction function = DelegateFunctionBinder.Bind("f", ([FromKeyedServices("b")] Stock stock) => stock is not null);

        JsonValue result = await InvokeAsync(function, JsonValue.Null, services);

        Assert.That(result.IsTrue);
    }

    [Test]
    public async Task Invoke_InputDoesNotFit_FailsWithNameMessageAndPath()
    {
        RegisteredFunction function = DelegateFunctionBinder.Bind("price", (Order order) => order.Id);

        FunctionException? failure = await Assert.ThrowsAsync<FunctionException>(async () => await InvokeAsync(function, JsonValue.Parse("""{"id":"seven"}""")));

        Assert.That(failure!.Error, Is.EqualTo("JsonSerializerException"));
        Assert.That(failure.Cause, Does.Contain("'price'").And.Contain("Order").And.Contain("$.id"));
    }

    [Test]
    public async Task Invoke_HandlerThrows_ThrowsItsOwnException()
    {
        RegisteredFunction function = DelegateFunctionBinder.Bind("f", int (Order order) => throw new InvalidOperationException("no stock"));

        await Assert.ThatAsync(async () => await InvokeAsync(function, OrderInput), Throws.InvalidOperationException.With.Message.EqualTo("no stock"));
    }

    [Test]
    public void Bind_TwoInputs_SaysWhich() =>
        Assert.That(
            () => DelegateFunctionBinder.Bind("f", (Order order, int count) => count),
            Throws.ArgumentException.With.Message.Contains("two inputs, 'order' and 'count'"));

    [Test]
    public void Bind_InterfaceAsInput_SaysWhatToDo() =>
        Assert.That(
            () => DelegateFunctionBinder.Bind("f", (IStock stock) => 1),
            Throws.ArgumentException.With.Message.Contains("the interface IStock").And.Message.Contains("put a parameter for the input"));

    [Test]
    public void Bind_RefParameter_IsRefused() =>
        Assert.That(
            () => DelegateFunctionBinder.Bind("f", (ref Order order) => 1),
            Throws.ArgumentException.With.Message.Contains("by reference"));

    [Test]
    public void Bind_SeveralTargets_AreRefused()
    {
        Action both = () => { };
        both += () => { };

        Assert.That(() => DelegateFunctionBinder.Bind("f", both), Throws.ArgumentException.With.Message.Contains("several delegates"));
    }

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("ä")]
    public void Bind_BadName_IsRefused(string name) =>
        Assert.That(() => DelegateFunctionBinder.Bind(name, () => { }), Throws.ArgumentException);

    [TestCase("ship", "ship")]
    [TestCase("ship:3", "ship")]
    [TestCase("arn:aws:lambda:us-east-1:123456789012:function:ship", "ship")]
    [TestCase("arn:aws:lambda:us-east-1:123456789012:function:ship:$LATEST", "ship")]
    [TestCase("arn:aws:states:us-east-1:123456789012:stateMachine:ship", null)]
    public void FromNameOrArn_EveryForm_GivesTheName(string text, string? name) =>
        Assert.That(FunctionName.FromNameOrArn(text), Is.EqualTo(name));

    private static ValueTask<JsonValue> InvokeAsync(RegisteredFunction function, JsonValue input, IServiceProvider? services = null) =>
        function.InvokeAsync(new FunctionContext { FunctionName = function.Name, Services = services }, input, CancellationToken.None);

    private interface IStock;

    private sealed class Stock : IStock, IDisposable
    {
        internal bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
