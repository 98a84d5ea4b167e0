using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Builds a state machine in C#, field by field as in the Amazon States Language.</summary>
/// <remarks>Not thread-safe. A builder builds one machine and refuses further use.</remarks>
/// <example>
/// <code>
/// StateMachineDefinition definition = new StateMachineBuilder()
///     .Task("Reserve", "reserve-stock", task => task
///         .Retry(retry => retry.ErrorEquals("StockBusy").MaxAttempts(5))
///         .Catch(catcher => catcher.ErrorEquals("States.ALL").ResultPath("$.error").Next("Sorry"))
///         .Next("Big order?"))
///     .Choice("Big order?", choice => choice
///         .When(Condition.Variable("$.total").NumericGreaterThan(1000), next: "Sorry")
///         .Default("Ship"))
///     .Succeed("Ship")
///     .Fail("Sorry", fail => fail.Error("OrderRefused"))
///     .Build();
/// </code>
/// </example>
public sealed class StateMachineBuilder : StateGraphBuilder<StateMachineBuilder>
{
    private string? _json;

    /// <summary>Initializes a new instance of the <see cref="StateMachineBuilder"/> class.</summary>
    public StateMachineBuilder()
    {
    }

    /// <summary>Sets the version of the States Language.</summary>
    /// <param name="version">The version; <c>1.0</c> is the only one.</param>
    public StateMachineBuilder Version(string version)
    {
        Fields.Text("Version", version);
        return this;
    }

    /// <summary>Sets the language of the expressions in states that name none.</summary>
    /// <param name="language">The language. Without it that is JSONPath.</param>
    public StateMachineBuilder QueryLanguage(QueryLanguage language)
    {
        Fields.Text("QueryLanguage", StateMachineWriter.Name(language));
        return this;
    }

    /// <summary>Sets how long an execution may run.</summary>
    /// <param name="seconds">The number of seconds.</param>
    public StateMachineBuilder TimeoutSeconds(long seconds)
    {
        Fields.Value("TimeoutSeconds", seconds);
        return this;
    }

    /// <summary>Checks everything and makes the definition.</summary>
    /// <returns>The definition.</returns>
    /// <exception cref="DefinitionException">Something is wrong; all of it is told, as it is for a text.</exception>
    public StateMachineDefinition Build() => Build(DefinitionOptions.Default);

    /// <summary>Checks everything and makes the definition.</summary>
    /// <param name="options">What it is made for.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="DefinitionException">Something is wrong; all of it is told, as it is for a text.</exception>
    public StateMachineDefinition Build(DefinitionOptions options) => StateMachineDefinition.Parse(ToJson(), options);

    /// <summary>Writes what was collected in the Amazon States Language, unchecked. The builder refuses further use.</summary>
    /// <returns>The text, with a line for each field.</returns>
    public string ToJson()
    {
        if (_json is null)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using var writer = new Utf8JsonWriter(
                buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            Complete().Write(writer);
            writer.Flush();
            _json = Encoding.UTF8.GetString(buffer.WrittenSpan);
        }

        return _json;
    }
}
