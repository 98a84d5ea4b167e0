using LocalBridge.Conformance;

return await ConformanceProgram.RunAsync(args, Console.Out, Console.Error);
