using LocalBridge.Json;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Collects the fields of a Task state.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class TaskStateBuilder : FallibleStateBuilder<TaskStateBuilder>
{
    internal TaskStateBuilder(string resource)
        : base(StateType.Task)
    {
        Fields.Text("Resource", resource);
    }

    /// <summary>Sets the template of what the task is given (JSONPath).</summary>
    /// <param name="template">Any JSON; fields that end in <c>.$</c> are expressions.</param>
    public TaskStateBuilder Parameters(JsonValue template) => Value("Parameters", template);

    /// <summary>Sets the template of what the task is given (JSONPath).</summary>
    /// <param name="configure">Adds the fields.</param>
    public TaskStateBuilder Parameters(Action<PayloadBuilder> configure) => Template("Parameters", configure);

    /// <summary>Sets the template of what the task is given (JSONata).</summary>
    /// <param name="template">Any JSON; strings in <c>{% %}</c> are expressions.</param>
    public TaskStateBuilder Arguments(JsonValue template) => Value("Arguments", template);

    /// <summary>Sets the template of what the task is given (JSONata).</summary>
    /// <param name="configure">Adds the fields.</param>
    public TaskStateBuilder Arguments(Action<PayloadBuilder> configure) => Template("Arguments", configure);

    /// <summary>Sets the role in whose name the task is called.</summary>
    /// <param name="credentials">An object with <c>RoleArn</c>, fixed or an expression.</param>
    public TaskStateBuilder Credentials(JsonValue credentials) => Value("Credentials", credentials);

    /// <summary>Sets the role in whose name the task is called.</summary>
    /// <param name="configure">Adds <c>RoleArn</c>, fixed or an expression.</param>
    public TaskStateBuilder Credentials(Action<PayloadBuilder> configure) => Template("Credentials", configure);

    /// <summary>Sets how long the task may take.</summary>
    /// <param name="seconds">The number of seconds.</param>
    public TaskStateBuilder TimeoutSeconds(long seconds) => Value("TimeoutSeconds", seconds);

    /// <summary>Sets how long the task may take (JSONata).</summary>
    /// <param name="expression">The expression of the seconds in <c>{% %}</c>.</param>
    public TaskStateBuilder TimeoutSeconds(string expression) => Text("TimeoutSeconds", expression);

    /// <summary>Sets how long the task may take (JSONPath).</summary>
    /// <param name="path">The path of the seconds.</param>
    public TaskStateBuilder TimeoutSecondsPath(string path) => Text("TimeoutSecondsPath", path);

    /// <summary>Sets how long the task may be silent.</summary>
    /// <param name="seconds">The number of seconds.</param>
    public TaskStateBuilder HeartbeatSeconds(long seconds) => Value("HeartbeatSeconds", seconds);

    /// <summary>Sets how long the task may be silent (JSONata).</summary>
    /// <param name="expression">The expression of the seconds in <c>{% %}</c>.</param>
    public TaskStateBuilder HeartbeatSeconds(string expression) => Text("HeartbeatSeconds", expression);

    /// <summary>Sets how long the task may be silent (JSONPath).</summary>
    /// <param name="path">The path of the seconds.</param>
    public TaskStateBuilder HeartbeatSecondsPath(string path) => Text("HeartbeatSecondsPath", path);
}
