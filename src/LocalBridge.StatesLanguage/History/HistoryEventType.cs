namespace LocalBridge.StatesLanguage.History;

/// <summary>Names the kinds of <see cref="HistoryEvent"/>, spelled as in the AWS Step Functions API (<c>HistoryEventType</c>).</summary>
/// <remarks>The numbers are stored: a new kind comes at the end.</remarks>
public enum HistoryEventType
{
    /// <summary>The execution began.</summary>
    ExecutionStarted,

    /// <summary>The execution ended well.</summary>
    ExecutionSucceeded,

    /// <summary>The execution ended with an error nobody caught, or in a Fail state.</summary>
    ExecutionFailed,

    /// <summary>The execution was stopped from outside.</summary>
    ExecutionAborted,

    /// <summary>The execution ran longer than the state machine's <c>TimeoutSeconds</c>.</summary>
    ExecutionTimedOut,

    /// <summary>The execution was continued from where it failed.</summary>
    ExecutionRedriven,

    /// <summary>A Pass state was entered.</summary>
    PassStateEntered,

    /// <summary>A Pass state was left.</summary>
    PassStateExited,

    /// <summary>A Choice state was entered.</summary>
    ChoiceStateEntered,

    /// <summary>A Choice state was left.</summary>
    ChoiceStateExited,

    /// <summary>A Wait state was entered.</summary>
    WaitStateEntered,

    /// <summary>A Wait state was left.</summary>
    WaitStateExited,

    /// <summary>A Wait state ended because its execution did.</summary>
    WaitStateAborted,

    /// <summary>A Succeed state was entered.</summary>
    SucceedStateEntered,

    /// <summary>A Succeed state was left.</summary>
    SucceedStateExited,

    /// <summary>A Fail state was entered; it is never left.</summary>
    FailStateEntered,

    /// <summary>A Task state was entered.</summary>
    TaskStateEntered,

    /// <summary>A Task state was left.</summary>
    TaskStateExited,

    /// <summary>A Task state ended because its execution did.</summary>
    TaskStateAborted,

    /// <summary>A Parallel state was entered.</summary>
    ParallelStateEntered,

    /// <summary>The branches of a Parallel state began.</summary>
    ParallelStateStarted,

    /// <summary>All branches of a Parallel state succeeded.</summary>
    ParallelStateSucceeded,

    /// <summary>A branch of a Parallel state failed.</summary>
    ParallelStateFailed,

    /// <summary>A Parallel state ended because its execution did.</summary>
    ParallelStateAborted,

    /// <summary>A Parallel state was left.</summary>
    ParallelStateExited,

    /// <summary>A Map state was entered.</summary>
    MapStateEntered,

    /// <summary>The iterations of a Map state began.</summary>
    MapStateStarted,

    /// <summary>All iterations of a Map state succeeded.</summary>
    MapStateSucceeded,

    /// <summary>An iteration of a Map state failed.</summary>
    MapStateFailed,

    /// <summary>A Map state ended because its execution did.</summary>
    MapStateAborted,

    /// <summary>A Map state was left.</summary>
    MapStateExited,

    /// <summary>One iteration of an inline Map state began.</summary>
    MapIterationStarted,

    /// <summary>One iteration of an inline Map state succeeded.</summary>
    MapIterationSucceeded,

    /// <summary>One iteration of an inline Map state failed.</summary>
    MapIterationFailed,

    /// <summary>One iteration of an inline Map state was given up because another one failed.</summary>
    MapIterationAborted,

    /// <summary>A distributed Map state started its Map Run.</summary>
    MapRunStarted,

    /// <summary>A Map Run succeeded.</summary>
    MapRunSucceeded,

    /// <summary>A Map Run failed.</summary>
    MapRunFailed,

    /// <summary>A Map Run was given up.</summary>
    MapRunAborted,

    /// <summary>A Map Run was continued from where it failed.</summary>
    MapRunRedriven,

    /// <summary>A Lambda function (a registered function named by its ARN) was scheduled.</summary>
    LambdaFunctionScheduled,

    /// <summary>A Lambda function could not be scheduled.</summary>
    LambdaFunctionScheduleFailed,

    /// <summary>A Lambda function began to run.</summary>
    LambdaFunctionStarted,

    /// <summary>A Lambda function could not be started.</summary>
    LambdaFunctionStartFailed,

    /// <summary>A Lambda function returned.</summary>
    LambdaFunctionSucceeded,

    /// <summary>A Lambda function failed.</summary>
    LambdaFunctionFailed,

    /// <summary>A Lambda function did not return in time.</summary>
    LambdaFunctionTimedOut,

    /// <summary>An activity task was put into its queue.</summary>
    ActivityScheduled,

    /// <summary>An activity task could not be put into its queue.</summary>
    ActivityScheduleFailed,

    /// <summary>A worker took an activity task.</summary>
    ActivityStarted,

    /// <summary>A worker completed an activity task.</summary>
    ActivitySucceeded,

    /// <summary>A worker failed an activity task.</summary>
    ActivityFailed,

    /// <summary>An activity task was not completed, or sent no heartbeat, in time.</summary>
    ActivityTimedOut,

    /// <summary>A service integration was scheduled.</summary>
    TaskScheduled,

    /// <summary>A service integration began.</summary>
    TaskStarted,

    /// <summary>A service integration could not be started.</summary>
    TaskStartFailed,

    /// <summary>The request of a <c>.sync</c> or <c>.waitForTaskToken</c> integration was accepted; the job runs on.</summary>
    TaskSubmitted,

    /// <summary>The request of a <c>.sync</c> or <c>.waitForTaskToken</c> integration was refused.</summary>
    TaskSubmitFailed,

    /// <summary>A service integration succeeded.</summary>
    TaskSucceeded,

    /// <summary>A service integration failed.</summary>
    TaskFailed,

    /// <summary>A service integration did not end, or sent no heartbeat, in time.</summary>
    TaskTimedOut,

    /// <summary>A JSONata expression of a state failed.</summary>
    EvaluationFailed,
}
