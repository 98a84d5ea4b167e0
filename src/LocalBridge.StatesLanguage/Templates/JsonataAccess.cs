namespace LocalBridge.StatesLanguage.Templates;

/// <summary>What an expression may reach through <c>$states</c> besides <c>input</c> and <c>context</c>; it depends on the field it stands in.</summary>
[Flags]
internal enum JsonataAccess
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary><c>$states.result</c>: in <c>Output</c> and <c>Assign</c> of a Task, Parallel or Map state.</summary>
    Result = 1,

    /// <summary><c>$states.errorOutput</c>: in <c>Output</c> and <c>Assign</c> of a catcher.</summary>
    ErrorOutput = 2,
}
