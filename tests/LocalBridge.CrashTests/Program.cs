using LocalBridge.CrashTests;

if (args is [FileLimitRun.Mode, string path])
{
    return await FileLimitChild.RunAsync(path);
}

// With --child this is the process that is killed; without, the one that kills it and compares what was promised with what is stored.
CrashOptions options = CrashOptions.Parse(args);
return options.IsChild ? await CrashChild.RunAsync(options) : await CrashRun.RunAsync(options, Console.Out);
