using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Represents the <c>ResultWriter</c> of a distributed Map state: what becomes of the results of its child executions.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class ResultWriter
{
    internal ResultWriter(TaskResource? resource, PayloadTemplate? arguments, ResultTransformation? transformation, ResultFormat outputType)
    {
        Resource = resource;
        Arguments = arguments;
        Transformation = transformation;
        OutputType = outputType;
    }

    /// <summary>Gets what is called, <c>arn:aws:states:::s3:putObject</c>; <see langword="null"/> when the results are the state's result.</summary>
    public TaskResource? Resource { get; }

    /// <summary>Gets the template of the request (<c>Parameters</c>, in JSONata <c>Arguments</c>), if there is one.</summary>
    public PayloadTemplate? Arguments { get; }

    /// <summary>Gets how the results are shaped; <see langword="null"/> for the default: <see cref="ResultTransformation.None"/> when they are
    /// written, <see cref="ResultTransformation.Compact"/> when they are the state's result.</summary>
    public ResultTransformation? Transformation { get; }

    /// <summary>Gets how the files are written.</summary>
    public ResultFormat OutputType { get; }
}
