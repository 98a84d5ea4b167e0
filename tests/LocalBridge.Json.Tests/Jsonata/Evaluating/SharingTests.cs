using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Evaluating;

public sealed class SharingTests
{
    [Test]
    public void Evaluate_ManyThreads_DoNotDisturbEachOther()
    {
        var expression = JsonataExpression.Compile(
            "($f := function($n) { $n < 2 ? $n : $f($n - 1) + $f($n - 2) }; { 'id': id, 'fib': $f(n), 'odd': items[$ % 2 = 1]^(>$), 'who': $who.name })");
        var wrong = new System.Collections.Concurrent.ConcurrentQueue<string>();

        Parallel.For(0, 2_000, number =>
        {
            int n = number % 10;
            JsonValue input = JsonValue.Parse($$"""{ "id": {{number}}, "n": {{n}}, "items": [1, 2, {{(2 * number) + 1}}, 4] }""");
            JsonValue result = expression.Evaluate(input, new JsonataBindings().Set("who", JsonValue.Parse($$"""{ "name": "N{{number}}" }""")));
            string odd = number == 0 ? "[1,1]" : $"[{(2 * number) + 1},1]";
            string expected = $$"""{"id":{{number}},"fib":{{Fibonacci(n)}},"odd":{{odd}},"who":"N{{number}}"}""";
            if (result.ToJson() != expected)
            {
                wrong.Enqueue($"{result} instead of {expected}");
            }
        });

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Evaluate_FromWithinAHostFunction_Works()
    {
        JsonataExpression? self = null;
        var options = new JsonataOptions
        {
            Functions = [new JsonataFunction("again", "<n:n>", arguments => arguments[0].GetDouble() > 0
                ? self!.Evaluate(JsonValue.Parse($$"""{ "n": {{arguments[0].GetDouble() - 1}} }"""))
                : 100)],
        };
        self = JsonataExpression.Compile("$again(n) + 1", options);

        Assert.That(self.Evaluate(JsonValue.Parse("""{ "n": 3 }""")), Is.EqualTo((JsonValue)104));
    }

    [TestCase("$states.input.order.customer.name")]
    [TestCase("$states.input.order.total > 100 and $states.input.order.status = 'OPEN'")]
    [TestCase("$sum($states.input.order.items[qty > 1].(qty * price))")]
    [TestCase("$count($states.input.order.items)")]
    [TestCase("$reduce($states.input.order.items, function($a, $i) { $a + $i.qty }, 0)")]
    public void Evaluate_ResultThatNeedsNoMemory_AllocatesNothing(string text)
    {
        JsonValue states = JsonValue.Parse(
            """
            { "input": { "order": { "total": 129.5, "status": "OPEN", "customer": { "name": "Ada" },
              "items": [ { "qty": 2, "price": 10 }, { "qty": 1, "price": 109.5 } ] } } }
            """);
        var expression = JsonataExpression.Compile(text);
        JsonataBindings bindings = new JsonataBindings().Set("states", states);
        expression.Evaluate(default, bindings);

        long before = GC.GetAllocatedBytesForCurrentThread();
        expression.Evaluate(default, bindings);
        long after = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(after - before, Is.Zero);
    }

    private static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);
}
