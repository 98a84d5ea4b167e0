using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.Workflows.Running;

/// <summary>Runs an Express execution on the thread that starts it, to its end when all its tasks end at once; otherwise hands it over to its shard.</summary>
/// <remarks>Owns its execution until then. One is used for one execution after the other.</remarks>
internal sealed class InlineRun(WorkflowEngine engine) : ExecutionOwner(engine)
{
    private readonly Queue<RunningTask> _answers = new();
    private bool _isAtBudget;

    internal void Run(RunningExecution execution)
    {
        Engine.Idle.Enter();
        try
        {
            Step(execution, Stimulus.Started(execution.Start.StartTime));
            CarryOut(execution);
            while (execution.Result is null && !_isAtBudget && _answers.TryDequeue(out RunningTask? task))
            {
                task.Answer(this);
                CarryOut(execution);
            }

            if (execution.Result is null)
            {
                HandOver(execution);
            }
        }
        finally
        {
            _answers.Clear();
            _isAtBudget = false;
            Engine.Idle.Exit();
        }
    }

    private protected override void Launch(RunningTask task)
    {
        if (task.Invoke())
        {
            Engine.Idle.Exit();
            _answers.Enqueue(task);
        }
    }

    private protected override void Queue(ExecutionTimer timer)
    {
        // The shard queues the timers of the execution when it takes it over.
    }

    private protected override void OnCancelled(ExecutionTimer timer)
    {
    }

    private protected override void Continue(RunningExecution execution) => _isAtBudget = true;

    private void HandOver(RunningExecution execution)
    {
        // An execution that used up its budget has had its share of its starter's time.
        execution.HasMore = _isAtBudget;
        Shard shard = execution.Shard;
        shard.Post(new ExecutionAdoption(execution));
        while (_answers.TryDequeue(out RunningTask? task))
        {
            shard.Post(task);
        }
    }
}
