using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>The workflow variables that one frame sees: its own, and behind them those of the frames around it, which it cannot change
/// (States Language specification, "Assigning variables").</summary>
internal sealed class VariableScope(VariableScope? outer)
{
    internal JsonObject Own { get; private set; } = JsonObject.Empty;

    /// <summary>How many bytes of UTF-8 its own variables take as one object.</summary>
    internal long Length { get; private set; }

    /// <summary>Returns a variable's value; undefined when nothing has assigned it.</summary>
    internal JsonValue Get(string name)
    {
        for (VariableScope? scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Own.TryGetValue(name, out JsonValue value))
            {
                return value;
            }
        }

        return JsonValue.Undefined;
    }

    internal void Assign(JsonObject variables)
    {
        JsonObject own = Own;
        foreach (KeyValuePair<string, JsonValue> variable in variables)
        {
            own = own.SetItem(variable.Key, variable.Value);
        }

        Own = own;
        Length = ((JsonValue)own).GetUtf8Length();
    }

    /// <summary>Returns everything that is seen: its own variables, and those of the frames around it which they do not hide.</summary>
    internal JsonObject Flatten()
    {
        if (Outer is null)
        {
            return Own;
        }

        JsonObject all = Outer.Flatten();
        foreach (KeyValuePair<string, JsonValue> variable in Own)
        {
            all = all.SetItem(variable.Key, variable.Value);
        }

        return all;
    }

    private VariableScope? Outer { get; } = outer;
}
