using LocalBridge.Errors;
using LocalBridge.Functions;
using LocalBridge.Targets.Inputs;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Targets;

/// <summary>Why one attempt to deliver failed.</summary>
/// <param name="ErrorCode">The service's word for it.</param>
/// <param name="Exception">What the target threw.</param>
/// <param name="IsPermanent">Whether another attempt cannot help.</param>
internal sealed record DeliveryFailure(string ErrorCode, Exception Exception, bool IsPermanent)
{
    internal string Message => Exception.Message;

    internal static DeliveryFailure From(Exception exception) => exception switch
    {
        TargetInputException input => new DeliveryFailure(input.ErrorCode, exception, IsPermanent: true),
        ResourceNotFoundException or StateMachineDoesNotExistException => new DeliveryFailure(DeliveryErrorCodes.NoResource, exception, IsPermanent: true),
        InvalidExecutionInputException => new DeliveryFailure(DeliveryErrorCodes.InvalidParameter, exception, IsPermanent: true),
        FunctionException { Error: FunctionInput.ErrorName } => new DeliveryFailure(DeliveryErrorCodes.ErrorFromTarget, exception, IsPermanent: true),
        TimeoutException => new DeliveryFailure(DeliveryErrorCodes.Timeout, exception, IsPermanent: false),
        _ => new DeliveryFailure(DeliveryErrorCodes.ErrorFromTarget, exception, IsPermanent: false),
    };
}
