namespace LocalBridge.StatesLanguage.States;

/// <summary>Names the types of states.</summary>
public enum StateType
{
    /// <summary>Passes its input on, or gives a fixed result.</summary>
    Pass,

    /// <summary>Does work.</summary>
    Task,

    /// <summary>Decides where to go on.</summary>
    Choice,

    /// <summary>Waits.</summary>
    Wait,

    /// <summary>Ends well.</summary>
    Succeed,

    /// <summary>Ends with an error.</summary>
    Fail,

    /// <summary>Runs branches at the same time.</summary>
    Parallel,

    /// <summary>Runs the same states for each item of an array.</summary>
    Map,
}
