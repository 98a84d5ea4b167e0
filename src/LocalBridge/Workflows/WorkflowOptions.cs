using System.ComponentModel.DataAnnotations;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows;

/// <summary>Represents the options of the workflow engine.</summary>
/// <remarks>Read once when the engine is made; later changes have no effect.</remarks>
public sealed class WorkflowOptions
{
    /// <summary>Gets or sets how many shards share the executions. Each steps its executions one after the other.</summary>
    /// <value>The default is 0: one for each processor.</value>
    [Range(0, 1024)]
    public int ShardCount { get; set; }

    /// <summary>Gets or sets how many tasks may run at once in all executions. Further ones wait for their turn; tasks that only wait for a
    /// token, an activity worker or a child execution do not count.</summary>
    /// <value>The default is 10,000.</value>
    [Range(1, int.MaxValue)]
    public int MaximumConcurrentTasks { get; set; } = 10_000;

    /// <summary>Gets or sets how many starts may wait to be accepted before <see cref="IStateMachines.StartAsync"/> makes its callers wait.</summary>
    /// <value>The default is 16,384.</value>
    [Range(1, int.MaxValue)]
    public int StartCapacity { get; set; } = 16_384;

    /// <summary>Gets or sets how long disposal lets running tasks and what follows from them go on before it cancels them.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets whether a definition may name functions and resources that are not registered. A task that runs into one fails with an
    /// error that names it.</summary>
    /// <value>The default is <see langword="false"/>: such a definition is refused when it is created.</value>
    public bool AllowUnknownResources { get; set; }

    /// <summary>Gets or sets the limits of executions.</summary>
    /// <value>The default is the quotas of AWS Step Functions.</value>
    public InterpreterLimits Limits { get; set; } = InterpreterLimits.Default;
}
