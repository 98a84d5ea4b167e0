using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.States;

/// <summary>Collects the fields that all types of states have.</summary>
/// <typeparam name="TSelf">The builder itself.</typeparam>
/// <remarks>Not thread-safe.</remarks>
public abstract class StateBuilder<TSelf>
    where TSelf : StateBuilder<TSelf>
{
    private protected StateBuilder(StateType type)
    {
        Fields.Text("Type", type.ToString());
    }

    private protected FieldsBuilder Fields { get; } = new();

    /// <summary>Sets the comment.</summary>
    /// <param name="comment">The text.</param>
    public TSelf Comment(string comment) => Text("Comment", comment);

    /// <summary>Sets the language of the state's expressions, where it is not that of the machine.</summary>
    /// <param name="language">The language. Only a machine in JSONPath may have states in the other one.</param>
    public TSelf QueryLanguage(QueryLanguage language) => Text("QueryLanguage", StateMachineWriter.Name(language));

    /// <summary>Adds what is written behind all other fields.</summary>
    internal virtual FieldsBuilder Complete()
    {
        Fields.Close();
        return Fields;
    }

    private protected TSelf Text(string field, string value)
    {
        Fields.Text(field, value);
        return (TSelf)this;
    }

    private protected TSelf Value(string field, JsonValue value)
    {
        Fields.Value(field, value);
        return (TSelf)this;
    }

    private protected TSelf Template(string field, Action<PayloadBuilder> configure)
    {
        Fields.Value(field, PayloadBuilder.Build(configure));
        return (TSelf)this;
    }

    /// <summary>Sets a path that may be <see langword="null"/>.</summary>
    private protected TSelf Path(string field, string? path) => Value(field, path is null ? JsonValue.Null : path);
}
